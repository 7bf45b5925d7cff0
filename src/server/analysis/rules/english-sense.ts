import type { Sense } from './polarity.ts'

type ReadSense = (folded: string) => Sense

let loaded: Promise<ReadSense> | null = null

/**
 * What wink-nlp's model knows of English words and of how far a "not" reaches. It takes some tens
 * of megabytes and a moment of computing, so it is loaded when the first English call was heard,
 * never at the start.
 */
export function loadEnglishSense(): Promise<ReadSense> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null
    throw error
  })
  return loaded
}

async function load(): Promise<ReadSense> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const nlp = winkNLP(model, ['sbd', 'negation', 'sentiment'])
  const { its } = nlp
  return (folded) => {
    const document = nlp.readDoc(folded)
    const tokens = document.tokens()
    const words = tokens.out()
    const flags = tokens.out(its.negationFlag)
    const negated: { start: number; end: number }[] = []
    let position = 0
    for (const [index, word] of words.entries()) {
      const start = folded.indexOf(word, position)
      if (start === -1) continue
      position = start + word.length
      if (flags[index]) negated.push({ start, end: position })
    }
    return {
      sentiment: Number(document.out(its.sentiment)),
      isNegated: (start, end) => negated.some((word) => word.start < end && word.end > start),
    }
  }
}
