/** A cookie as the server set it, `name=value`, as browsers are given it for an address. */
export function cookieAt(url: string, cookie: string) {
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  return { name, value, url }
}
