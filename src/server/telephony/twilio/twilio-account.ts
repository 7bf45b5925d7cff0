/** Whose calls they are, from which number, and where Twilio's REST interface and we are reached. */
export type TwilioAccount = {
  accountSid: string
  /** Authenticates us at Twilio, and signs what Twilio sends us. */
  authToken: string
  /** The number that customers see, in E.164. */
  fromNumber: string
  /** `https://api.twilio.com`, unless a proxy or a test stands in its place. */
  apiUrl: string
  /** The address by which Twilio reaches this server; signatures are made over it. */
  publicUrl: string
}

/** Where Twilio calls us back; these paths are open to whoever signs as Twilio does. */
export const webhookPrefix = '/webhooks/twilio/'

/** Where Twilio sends what belongs to one attempt; the key in it binds a callback to its attempt. */
export const webhookUrl = (
  { publicUrl }: Pick<TwilioAccount, 'publicUrl'>,
  placementKey: string,
  kind: string,
): string => new URL(`${webhookPrefix}${encodeURIComponent(placementKey)}/${kind}`, publicUrl).href
