import path from 'node:path'
import { createOfflineAnalysis } from '../../src/server/analysis/offline-analysis.ts'
import type { Deps } from '../../src/server/deps.ts'
import { withBundledRecordings } from '../../src/server/storage/bundled-recordings.ts'
import { createFolderStorage } from '../../src/server/storage/folder-storage.ts'
import { createWebhookSender } from '../../src/server/webhooks/webhook-sender.ts'

/** Recordings that ship with the product, and others in a folder. */
export const recordingsIn = (folder: string) =>
  withBundledRecordings(
    createFolderStorage(folder),
    path.resolve('src/server/telephony/simulator/conversations'),
  )

/** What a server has of its own when nothing is set up. */
export const localParts: Pick<Deps, 'analysis' | 'recordings' | 'webhooks'> = {
  analysis: createOfflineAnalysis(),
  recordings: recordingsIn(path.resolve('tests/.artifacts/recordings')),
  webhooks: createWebhookSender({ isPrivateAllowed: false }),
}
