// node seed.mjs PID TEXTS: makes empty texts in a portal that runs on the demo, owned by an open incident of it.
// The harness names its documents; people make theirs in the portal, under random ids.
import fs from 'node:fs'
import { deflateSync } from 'node:zlib'
import { MongoClient, Binary, Long } from 'mongodb'

const [pid, texts] = [Number(process.argv[2]), Number(process.argv[3])]

/** The embedded store listens on a free loopback port: of the process's ports, the one that speaks its protocol. */
function ports (pid) {
  const inodes = new Set(fs.readdirSync(`/proc/${pid}/fd`).map((fd) => { try { return /socket:\[(\d+)\]/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] } catch { return null } }))
  return ['tcp', 'tcp6'].flatMap((table) => fs.readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1)).map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && inodes.has(fields[9])).map((fields) => parseInt(fields[1].split(':').pop(), 16))
}
async function store () {
  for (const port of ports(pid)) {
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 1500 })
    try { await client.connect(); await client.db('candor').command({ ping: 1 }); return client } catch { await client.close() }
  }
  throw new Error('The embedded store of process ' + pid + ' does not answer')
}
const client = await store()
const heads = client.db('candor').collection('text_heads')
const open = await client.db('candor').collection('incidents').findOne({ 'state.visibility': 'OPEN' })
const owner = open?._id
if (!owner) throw new Error('The demo has no open incident')
const doc = deflateSync(JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] }))
const state = { seq: Long.fromNumber(0), doc: new Binary(doc), writers: [] }
const ids = [...Array.from({ length: texts }, (_, i) => `d${i}`), 'long', 'crash']
await heads.insertMany(ids.map((_id) => ({ _id, kind: 'incident', owner, createdAt: new Date(), initial: state, snapshot: state })))
await client.close()
console.log(`${ids.length} texts of ${owner}`)
