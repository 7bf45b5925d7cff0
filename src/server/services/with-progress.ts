/**
 * Yields what `work` tells on its way, only the latest where it told several things at once, and
 * returns its answer. Where nobody listens any longer it runs to its end unheard.
 */
export async function* withProgress<News, Answer>(
  work: (tell: (news: News) => void) => Promise<Answer>,
): AsyncGenerator<News, Answer> {
  let latest: { news: News } | null = null
  let wake = () => {}
  const answer = work((news) => {
    latest = { news }
    wake()
  })
  const isOver = answer.then(
    () => true,
    () => true,
  )
  for (;;) {
    const told = takeLatest()
    if (told !== null) {
      yield told.news
      continue
    }
    const isTold = new Promise<false>((resolve) => {
      wake = () => resolve(false)
    })
    if (await Promise.race([isTold, isOver])) return answer
  }

  function takeLatest(): { news: News } | null {
    const told = latest
    latest = null
    return told
  }
}
