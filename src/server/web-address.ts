import { z } from 'zod'

/** An address on the web, without the slashes at its end. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'write an address that begins with https:// or http://' })
  .transform((address) => address.replace(/\/+$/, ''))
