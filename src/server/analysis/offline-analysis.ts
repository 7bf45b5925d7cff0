import type { Analysis } from './port.ts'

/** Reads conversations on this machine, without asking anybody. */
export function createOfflineAnalysis(): Analysis {
  return {
    name: 'Ringback',
    async analyze({ npsScore }) {
      return {
        by: 'Ringback',
        feedbackSummary: npsScore === null ? null : `Gave ${npsScore} of 10.`,
        ...{ summaryEvidence: [], overallFeedback: null, callReason: null },
        ...{ positiveMentions: [], areasToImprove: [], tags: [] },
        ...{ isUncertain: true, note: null },
      }
    },
  }
}
