/** One message on its way; the headers say who sends it and that nobody changed it. */
export type WebhookPost = { url: string; headers: Record<string, string>; body: string }

/** What the receiver said, or why it could not be asked. */
export type WebhookAnswer =
  | { statusCode: number; answer: string; problem: null }
  | { statusCode: null; answer: null; problem: string }

export type WebhookSender = {
  /** Whether messages may go to this machine and to networks that are nobody else's. */
  isPrivateAllowed: boolean
  /** Never rejects: no answer is an answer. */
  post(message: WebhookPost, signal?: AbortSignal): Promise<WebhookAnswer>
}
