/**
 * What people write into the closing of a case before it closes: it outlives the page, since a
 * session may end meanwhile. In memory alone, so that nothing is left on a machine that others use.
 */
export function createResolutionDrafts() {
  let kept: { person: string; words: Map<string, string> } | null = null
  return {
    /** What another person wrote is gone at the first look of this one. */
    of(person: string): Map<string, string> {
      if (kept?.person !== person) kept = { person, words: new Map() }
      return kept.words
    },
  }
}

export const resolutionDrafts = createResolutionDrafts()
