/** The lines of a text one after another, whatever ends them; none is split off before it is asked for. */
export type TextLines = {
  /** The number of the line at hand, counted from 1. */
  readonly line: number
  /** The line so many after the one at hand; undefined beyond the end. */
  peek(ahead: number): string | undefined
  /** Goes on by so many lines. */
  skip(count: number): void
}

export function openLines(text: string): TextLines {
  const lineEnd = /\r\n|\n|\r/g
  let from = 0
  let isOver = false
  let line = 1
  const ahead: string[] = []
  const readOne = (): boolean => {
    if (isOver) return false
    lineEnd.lastIndex = from
    const end = lineEnd.exec(text)
    ahead.push(text.slice(from, end?.index))
    if (end === null) isOver = true
    else from = lineEnd.lastIndex
    return true
  }
  return {
    get line() {
      return line
    },
    peek(count) {
      while (ahead.length <= count && readOne());
      return ahead[count]
    },
    skip(count) {
      this.peek(count - 1)
      ahead.splice(0, count)
      line += count
    },
  }
}
