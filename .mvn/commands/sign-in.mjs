// node sign-in.mjs URL PERSON…: signs these people of the demo in, one after the other.
import { pathToFileURL } from 'node:url'

/** Milliseconds for one answer: whoever waits here holds up a build. */
const PATIENCE = 30_000

class Cookies {
  jar = new Map()
  async follow (url, init = {}) {
    for (let hops = 0; hops < 15; hops++) {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE), redirect: 'manual', headers: { ...init.headers, Cookie: this.header } })
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
        if (value) this.jar.set(name, value); else this.jar.delete(name)
      }
      const onward = answer.headers.get('location')
      if (!onward) return { answer, url }
      url = new URL(onward, url).href; init = {}
      await answer.arrayBuffer()
    }
    throw new Error('Too many redirects')
  }
  get header () { return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }
}

/** Signs a person of the demo in, as their browser would. Returns the cookies they have then. */
export async function signIn (base, person) {
  const cookies = new Cookies()
  const { answer, url } = await cookies.follow(base + '/')
  const page = await answer.text()
  const action = new URL(/<form[^>]*action="([^"]*)"/.exec(page)?.[1] ?? '', url).href
  const form = new URLSearchParams({ person })
  for (const input of page.match(/<input[^>]*>/g) ?? []) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name === '_csrf') form.set(name, /value="([^"]*)"/.exec(input)[1])
  }
  await (await cookies.follow(action, { method: 'POST', body: form })).answer.arrayBuffer()
  return cookies.header
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [base, ...people] = process.argv.slice(2)
  for (const person of people) await signIn(base, person)
}
