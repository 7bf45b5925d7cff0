const names: Record<string, string> = {
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
}

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent)

/** A key as it is printed on keyboards. */
export const keyWords = (key: string): string =>
  key.startsWith('mod+')
    ? `${isApple ? '⌘' : 'Ctrl+'}${key.slice(4).toUpperCase()}`
    : (names[key] ?? key)
