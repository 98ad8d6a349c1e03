/**
 * Recomputes the draw of a panel from its published record: node scripts/recompute-draw.mjs record.json
 * Needs Node 20 or later and nothing else; it shares no line with the platform. What each step does: docs/draw.md.
 */
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const POTS = ['finance', 'safety', 'management', 'technical']

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

// Step 1. One spelling: object keys and everything that is a set are sorted, no spaces.
const sorted = (list) => [...list].sort()
const spelt = (value) => {
  if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`
  if (value !== null && typeof value === 'object') return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${spelt(value[key])}`).join(',')}}`
  return JSON.stringify(value)
}
const inOrder = (experts) => experts
  .map((one) => ({ ...one, fields: sorted(one.fields), employers: sorted(one.employers), conflicts: sorted(one.conflicts) }))
  .sort((a, b) => (a.expert < b.expert ? -1 : a.expert > b.expert ? 1 : 0))

// Step 2. The commitment that was published before the draw.
function commitment({ pool, rules, seed }) {
  const ruleBook = { ...rules, fields: sorted(rules.fields), applications: sorted(rules.applications), designated: inOrder(rules.designated) }
  return sha256(spelt({ poolHash: sha256(spelt(inOrder(pool))), rulesHash: sha256(spelt(ruleBook)), seedHash: sha256(seed) }))
}

// Step 3. Chance: whole numbers below n from HMAC-SHA-256, four bytes at a time; a value that would favour small numbers is skipped.
function* words(key) {
  for (let counter = 0; ; counter++) {
    const block = createHmac('sha256', Buffer.from(key, 'hex')).update(`draw-1:${counter}`).digest()
    for (let at = 0; at < 32; at += 4) yield block.readUInt32BE(at)
  }
}
function below(n, stream) {
  const whole = Math.floor(2 ** 32 / n) * n
  for (;;) {
    const { value } = stream.next()
    if (value < whole) return value % n
  }
}

// Step 4. Shuffle the pots one after the other; from the last place down, each place changes with one at or before it.
function shuffle(pot, stream) {
  const places = pot.slice()
  for (let at = places.length - 1; at >= 1; at--) {
    const other = below(at + 1, stream)
    const kept = places[at]
    places[at] = places[other]
    places[other] = kept
  }
  return places
}

// Step 5. The rules every panel must meet.
function broken(panel, rules) {
  const list = []
  const employers = Object.create(null)
  for (const member of panel) for (const employer of new Set(member.employers)) employers[employer] = (employers[employer] ?? 0) + 1
  if (Object.values(employers).some((count) => count > rules.perEmployer)) list.push('employer')
  if (panel.filter((member) => !member.inCity).length < rules.outside) list.push('outside')
  if (rules.everyField && rules.fields.some((field) => !panel.some((member) => member.kind === 'technical' && member.fields.includes(field)))) list.push('fields')
  if (rules.applications.some((application) => panel.filter((member) => !member.conflicts.includes(application)).length < rules.minValid)) list.push('conflicts')
  if (rules.mostBefore !== undefined && panel.filter((member) => member.before === true).length > rules.mostBefore) list.push('previous')
  return list
}

// Step 6. Draw until a panel meets them.
function draw({ pool, rules, seed, witness }) {
  const key = sha256(`${seed}:${witness ?? ''}`)
  const stream = words(key)
  const designated = inOrder(rules.designated)
  const open = Object.fromEntries(POTS.map((pot) => [pot, Math.max(0, rules.seats[pot] - designated.filter((one) => one.kind === pot).length)]))
  const pots = Object.fromEntries(POTS.map((pot) => [pot, inOrder(pool).filter((one) => one.kind === pot && rules.seats[pot] > 0
    && !designated.some((other) => other.expert === one.expert) && (pot !== 'technical' || one.fields.some((field) => rules.fields.includes(field))))]))
  const rejected = { employer: 0, outside: 0, fields: 0, conflicts: 0, ...(rules.mostBefore !== undefined && { previous: 0 }) }
  if (POTS.some((pot) => pots[pot].length < open[pot])) return { found: false, key, attempts: 0, rejected }
  for (let attempts = 1; attempts <= rules.attempts; attempts++) {
    const order = {}
    for (const pot of POTS) order[pot] = shuffle(pots[pot], stream)
    const panel = [...designated, ...POTS.flatMap((pot) => order[pot].slice(0, open[pot]))]
    const reasons = broken(panel, rules)
    if (reasons.length > 0) {
      for (const reason of reasons) rejected[reason]++
      continue
    }
    const seats = []
    for (const pot of POTS) {
      panel.filter((one) => one.kind === pot).forEach((member, at) => {
        const reserves = order[pot].slice(open[pot]).filter((next) => broken([...panel.filter((one) => one !== member), next], rules).length === 0)
        seats.push({ seat: `${pot}-${at + 1}`, expert: member.expert, designated: designated.includes(member), reserves: reserves.slice(0, rules.reserves).map((one) => one.expert) })
      })
    }
    return { found: true, key, attempts, rejected, seats, order: Object.fromEntries(POTS.map((pot) => [pot, order[pot].map((one) => one.expert)])) }
  }
  return { found: false, key, attempts: rules.attempts, rejected }
}

function differences(record) {
  const list = []
  if (record.rules?.algorithm !== (record.rules?.mostBefore === undefined ? 'draw-1' : 'draw-2')) list.push(`算法 / algorithm: ${record.rules?.algorithm}`)
  if (!/^[0-9a-f]{64}$/.test(record.seed) || /^0+$/.test(record.seed)) list.push('种子格式 / form of the seed')
  if (list.length > 0) return list
  const committed = commitment(record)
  if (committed !== record.commitment) list.push(`承诺值 / commitment: ${committed} ≠ ${record.commitment}`)
  const result = draw(record)
  for (const part of new Set([...Object.keys(result), ...Object.keys(record.result ?? {})])) {
    if (spelt(result[part] ?? null) !== spelt(record.result?.[part] ?? null)) list.push(`结果 / result: ${part}`)
  }
  return list
}

const file = process.argv[2]
if (!file) {
  console.error('用法 / usage: node scripts/recompute-draw.mjs record.json')
  process.exit(2)
}
const found = (() => {
  try {
    return differences(JSON.parse(readFileSync(file, 'utf8')))
  } catch (fault) {
    return [`记录无法读取 / the record cannot be read: ${fault.message}`]
  }
})()
for (const difference of found) console.log(difference)
console.log(found.length === 0 ? '一致 / the record agrees' : '不一致 / the record does not agree')
process.exitCode = found.length === 0 ? 0 : 1
