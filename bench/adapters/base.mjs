// What all adapters share: the socket, the keystroke queue with one batch in flight, and the counters.
// The contract is written down in README.md.
import WebSocket from 'ws'
export class BaseClient {
  constructor (server, doc, opts, ev) {
    this.server = server; this.doc = doc; this.opts = opts; this.ev = ev
    this.key = opts.key; this.queue = ''; this.flying = 0; this.ackedN = 0; this.bytesIn = 0; this.closed = false
    this.perAuthor = new Map()
  }
  dial (url, options) {
    return new Promise((resolve, reject) => {
      const t = setTimeout(() => { reject(new Error('connect timeout ' + url)); this.ws.terminate() }, this.opts.timeout || 20000)
      this.ok = () => { clearTimeout(t); resolve(this) }
      this.ws = new WebSocket(url, { ...options, perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 256 << 20 })
      this.ws.binaryType = 'nodebuffer'
      this.ws.on('open', () => this.onOpen && this.onOpen())
      this.ws.on('message', (data, bin) => { this.bytesIn += data.length; this.onMessage(data, bin) })
      this.ws.on('error', (e) => { clearTimeout(t); this.closed = true; reject(e) })
      this.ws.on('close', () => { clearTimeout(t); this.closed = true; this.ev.closed?.(); reject(new Error('closed')) })
    })
  }
  send (x) { if (!this.closed && this.ws.readyState === 1) this.ws.send(x) }
  // One keystroke. Protocols that allow one batch in flight gather keys here while waiting.
  type (ch) { this.queue += ch; this.flush() }
  flush () {
    if (this.flying || !this.queue) return
    const s = this.opts.noBatch ? this.queue[0] : this.queue
    this.queue = this.queue.slice(s.length); this.flying = s.length; this.flyingText = s
    this.submit(s)
  }
  confirmed () {
    if (!this.flying) return
    this.ackedN += this.flying; this.flying = 0
    this.ev.acked?.(this.ackedN); this.flush()
  }
  // `n` more edits by `author` became visible here (servers that deliver in order per author)
  saw (author, n) { const c = (this.perAuthor.get(author) || 0) + n; this.perAuthor.set(author, c); this.ev.seen?.(author, c) }
  close () { this.closed = true; try { this.ws.terminate() } catch {} }
}
