/** The figures of practice as tables: each says what it leaves out, which of its columns is drawn, and is exported as it stands. Pure but for what it is handed. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { baseStatuses } from '../settings/base-status.ts'
import { services } from '../settings/choices.ts'
import { divisions } from '../settings/divisions.ts'
import { fields } from '../settings/fields.ts'
import type { Client, Held, Inspected, SeenBase } from './base-statistics.data.ts'

export type FigureKind = 'count' | 'money' | 'share' | 'number'
export type FigureColumn = { words: Words; kind: FigureKind }
export type FigureTable = {
  id: string; words: Words; note: Words; head: Words; columns: FigureColumn[]; rows: { key: string; name: Words; values: (number | null)[] }[]
  /** How it is drawn beside the table, and which columns: bars by row, one line of bars by year, a map of the counties. */
  chart: { as: 'bars' | 'map' | 'stack'; columns: number[] } | null
}
/** `within`: the only counties there is to say anything of; another's bases are not known here, and none is not nought. */
export type FigureFilter = { county?: string | undefined; field?: string | undefined; within?: readonly string[] | undefined }

const column = (zh: string, en: string, kind: FigureKind = 'count'): FigureColumn => ({ words: { zh, en }, kind })
const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number => Math.round(rows.reduce((total, row) => total + of(row) * 100, 0)) / 100
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
const year: Words = { zh: '年度', en: 'Year' }
const named = (value: number): Words => ({ zh: String(value), en: String(value) })

export function figureTables(all: Held, { county, field, within }: FigureFilter, today: Day): FigureTable[] {
  const bases = all.bases.filter((base) => (!county || base.county === county) && (!field || base.field === field))
  const ids = new Set(bases.map(({ id }) => id))
  const own = <Row extends { base: string }>(rows: readonly Row[]) => rows.filter(({ base }) => ids.has(base))
  const held: Held = { bases, means: own(all.means), staff: own(all.staff), clients: own(all.clients), kinds: own(all.kinds), doings: own(all.doings), use: own(all.use), inspected: own(all.inspected) }
  const places = divisions.filter(({ code }) => (!county || code === county) && (!within || within.includes(code))).map(({ code, words }) => ({ key: code, words }))
  return [
    byPlace(held, 'county', places, { zh: '按区县', en: 'By county' }, places.length === divisions.length ? 'map' : null),
    byPlace(held, 'field', fields.map(({ id, words }) => ({ key: id, words })), { zh: '按领域', en: 'By field' }, 'bars'),
    byStatus(bases), ladder(bases), byRecognition(bases), staffed(held), served(held), serviceKinds(held), tasked(held), used(held), graded(bases), rectified(held.inspected, today), awarded(bases),
  ]
}

const stands = ({ status }: SeenBase) => status !== 'revoked' && status !== 'left'

function byPlace(held: Held, of: 'county' | 'field', places: readonly { key: string; words: Words }[], words: Words, as: 'map' | 'bars' | null): FigureTable {
  const rows = places.map(({ key, words: name }) => {
    const here = held.bases.filter((base) => base[of] === key && stands(base))
    const ids = new Set(here.map(({ id }) => id))
    const means = held.means.filter(({ base }) => ids.has(base))
    return { key, name, values: [here.length, sum(means, ({ value }) => value), sum(means, ({ pieces }) => pieces), sum(held.staff.filter(({ base }) => ids.has(base)), ({ fullTime }) => fullTime)] }
  })
  return {
    id: of, words, head: of === 'county' ? { zh: '区县', en: 'County' } : { zh: '领域', en: 'Field' }, note: { zh: '在册基地，按登记档案现值；没有基地的也列出。', en: 'Bases that stand, as their registers say now; places without one are listed too.' },
    columns: [column('在册基地', 'Bases'), column('设备原值（万元）', 'Equipment (10,000 yuan)', 'money'), column('设备台套', 'Pieces'), column('全职人员', 'Full-time staff')], rows: of === 'county' ? rows : rows.filter(({ values }) => values[0]! > 0), chart: as && { as, columns: [0] },
  }
}

const byStatus = (bases: readonly SeenBase[]): FigureTable => ({
  id: 'status', words: { zh: '按状态', en: 'By status' }, head: { zh: '状态', en: 'Status' }, note: { zh: '全部认定过的基地。', en: 'Every base ever recognised.' }, columns: [column('基地', 'Bases')], chart: { as: 'bars', columns: [0] },
  rows: Object.entries(baseStatuses).map(([status, { words }]) => ({ key: status, name: words, values: [bases.filter((base) => base.status === status).length] })),
})

/** City, province, ministry, nation: a base that rose keeps its place below; excellent ones go first when the province is applied to (Art. 12). */
const ladder = (bases: readonly SeenBase[]): FigureTable => {
  const standing = bases.filter(stands)
  const risen = (level: string[]) => standing.filter(({ promoted }) => promoted !== null && level.includes(promoted)).length
  const rows = [['city', { zh: '市级', en: 'City' }, standing.length], ['recommended', { zh: '省级推荐优先', en: 'First for the province' }, standing.filter(({ recommended }) => recommended !== null).length],
    ['province', { zh: '晋升省级', en: 'Province' }, risen(['province', 'ministry', 'nation'])], ['ministry', { zh: '晋升部级', en: 'Ministry' }, risen(['ministry', 'nation'])], ['nation', { zh: '晋升国家级', en: 'Nation' }, risen(['nation'])]] as const
  return { id: 'ladder', words: { zh: '晋升阶梯', en: 'Ladder' }, head: { zh: '层级', en: 'Level' }, note: { zh: '在册基地；晋升的保留下级（第十二条）。推荐优先指评优并列入省级推荐优先名单。', en: 'Bases that stand; those that rose keep their place below (Art. 12). First for the province: commended as excellent and listed for it.' }, columns: [column('基地', 'Bases'), column('占在册', 'Share', 'share')], chart: { as: 'bars', columns: [0] },
    rows: rows.map(([key, name, count]) => ({ key, name, values: [count, share(count, standing.length)] })) }
}

const byRecognition = (bases: readonly SeenBase[]): FigureTable => byYears('recognised', { zh: '按认定年度', en: 'By year of recognition' }, { zh: '认定当年计入。', en: 'Counted in the year of recognition.' },
  [column('认定', 'Recognised'), column('现在册', 'Standing'), column('已撤销', 'Revoked'), column('已退出', 'Left')], bases.map(({ recognisedOn }) => Number(recognisedOn.slice(0, 4))), { as: 'bars', columns: [0] }, (at) => {
    const of = bases.filter(({ recognisedOn }) => Number(recognisedOn.slice(0, 4)) === at)
    return [of.length, of.filter(stands).length, of.filter(({ status }) => status === 'revoked').length, of.filter(({ status }) => status === 'left').length]
  })

function staffed({ staff, bases }: Held): FigureTable {
  const standing = new Set(bases.filter(stands).map(({ id }) => id))
  const own = staff.filter(({ base }) => standing.has(base))
  const persons = sum(own, (row) => row.persons)
  const line = (key: string, zh: string, en: string, count: number) => ({ key, name: { zh, en }, values: [count, share(count, persons)] })
  return { id: 'staff', words: { zh: '人员结构', en: 'Staff' }, head: { zh: '类别', en: 'Kind' }, note: { zh: '在册基地登记的人员。', en: 'Staff on the registers of bases that stand.' }, columns: [column('人数', 'Persons'), column('占比', 'Share', 'share')], chart: { as: 'bars', columns: [0] },
    rows: [line('all', '全部', 'All', persons), line('fullTime', '全职', 'Full time', sum(own, (row) => row.fullTime)), line('bachelor', '本科以上', 'Bachelor and up', sum(own, (row) => row.bachelor)), line('middle', '中级职称以上', 'Middle title and up', sum(own, (row) => row.middle)), line('senior', '高级职称', 'Senior title', sum(own, (row) => row.senior))] }
}

const distinct = (clients: readonly Client[]) => new Set(clients.map(({ client }) => client)).size

const served = ({ clients }: Held): FigureTable => byYears('services', { zh: '对外服务', en: 'Services' }, { zh: '按服务开始年度；服务单位去重，关联方单列，不计入市内外。', en: 'By the year a service began; clients once each, related parties apart.' },
  [column('服务单位（市内）', 'Clients in the city'), column('服务单位（市外）', 'Clients outside'), column('关联方', 'Related parties'), column('合同', 'Orders'), column('合同额（万元）', 'Contracts (10,000 yuan)', 'money'), column('到账（万元）', 'Received (10,000 yuan)', 'money'), column('转产', 'Put into production'), column('满意度（满分 5）', 'Satisfaction of 5', 'number')],
  clients.map((one) => one.year), { as: 'bars', columns: [5] }, (at) => {
    const of = clients.filter((one) => one.year === at)
    const others = of.filter(({ related }) => !related)
    const rated = sum(of, ({ rated: n }) => n)
    return [distinct(others.filter(({ inCity }) => inCity)), distinct(others.filter(({ inCity }) => !inCity)), distinct(of.filter(({ related }) => related)), sum(of, ({ orders }) => orders), sum(of, ({ amount }) => amount), sum(of, ({ received }) => received), sum(of, ({ transferred }) => transferred), rated === 0 ? null : Math.round((of.reduce((total, { stars }) => total + stars, 0) / rated) * 100) / 100]
  })

const serviceKinds = ({ kinds }: Held): FigureTable => ({
  id: 'kinds', words: { zh: '服务类型', en: 'Kinds of service' }, head: { zh: '类型', en: 'Kind' }, note: { zh: '全部年度；含关联方。', en: 'All years, related parties included.' }, columns: [column('合同', 'Orders'), column('到账（万元）', 'Received (10,000 yuan)', 'money')], chart: { as: 'bars', columns: [0] },
  rows: services.map(({ value, words }) => { const of = kinds.filter(({ kind }) => kind === value); return { key: value, name: words, values: [sum(of, ({ orders }) => orders), sum(of, ({ received }) => received)] } }),
})

const tasked = ({ doings }: Held): FigureTable => byYears('tasks', { zh: '培训、交流与成果', en: 'Training, exchange and results' }, { zh: '按发生年度（第四条第3、4项）。', en: 'By the year they took place (Art. 4(3)(4)).' },
  [column('培训', 'Trainings'), column('培训人次', 'Persons trained'), column('交流活动', 'Events'), column('参加人数', 'Participants'), column('成果', 'Results')], doings.map((one) => one.year), { as: 'bars', columns: [1] }, (at) => {
    const of = (what: string) => doings.filter((one) => one.year === at && one.what === what)
    return [sum(of('training'), ({ times }) => times), sum(of('training'), ({ persons }) => persons), sum(of('events'), ({ times }) => times), sum(of('events'), ({ persons }) => persons), sum(of('results'), ({ times }) => times)]
  })

const used = ({ use }: Held): FigureTable => byYears('use', { zh: '设备利用', en: 'Utilisation' }, { zh: '只计登记了机时的设备。', en: 'Equipment with hours on record only.' },
  [column('使用机时', 'Hours used', 'number'), column('可用机时', 'Hours available', 'number'), column('利用率', 'Utilisation', 'share'), column('对外机时', 'Hours for others', 'number'), column('对外占使用', 'Share for others', 'share')], use.map((one) => one.year), { as: 'bars', columns: [2] }, (at) => {
    const of = use.filter((one) => one.year === at)
    const [hours, available, outside] = [sum(of, (one) => one.used), sum(of, (one) => one.available), sum(of, (one) => one.outside)]
    return [hours, available, share(hours, available), outside, share(outside, hours)]
  })

const graded = (bases: readonly SeenBase[]): FigureTable => {
  const all = bases.flatMap(({ grades }) => grades ?? [])
  return byYears('grades', { zh: '考核档次', en: 'Grades' }, { zh: '按考核年度；复核后以最后结果为准。', en: 'By the year assessed; after a review the last result counts.' },
    [column('优', 'Excellent'), column('良', 'Good'), column('中', 'Fair'), column('差', 'Poor'), column('不定档或缓评', 'Not graded or deferred'), column('未参加', 'Absent')], all.map((one) => one.year), { as: 'stack', columns: [0, 1, 2, 3] }, (at) => {
      const of = all.filter((one) => one.year === at)
      return [...['excellent', 'good', 'fair', 'poor'].map((grade) => of.filter((one) => one.grade === grade).length), of.filter(({ outcome }) => outcome === 'deferred' || outcome === 'notGraded').length, of.filter(({ outcome }) => outcome === 'absent').length]
    })
}

const rectified = (inspected: readonly Inspected[], today: Day): FigureTable => byYears('rectification', { zh: '检查与整改', en: 'Inspection and rectification' }, { zh: '按安排年度；按期指未退回、未提级而办结。', en: 'By the year ordered; in time means closed without return or escalation.' },
  [column('检查', 'Inspections'), column('发现问题', 'With findings'), column('责令整改', 'Ordered to rectify'), column('已办结', 'Closed'), column('办结率', 'Closed, share', 'share'), column('按期办结', 'In time'), column('逾期未办结', 'Overdue'), column('提请市局', 'Escalated')], inspected.map((one) => one.year), { as: 'bars', columns: [4] }, (at) => {
    const of = inspected.filter((one) => one.year === at)
    const ordered = of.filter(({ requiredOn }) => requiredOn !== null)
    const closed = ordered.filter(({ status }) => status === 'closed')
    return [of.length, of.filter(({ result }) => result === 'findings').length, ordered.length, closed.length, share(closed.length, ordered.length), closed.filter(({ returns, escalated }) => returns === 0 && !escalated).length, ordered.filter(({ status, dueOn }) => ['rectifying', 'escalated'].includes(status) && dueOn !== null && dueOn < today).length, of.filter(({ escalated }) => escalated).length]
  })

const awarded = (bases: readonly SeenBase[]): FigureTable => {
  const all = bases.flatMap(({ awards }) => awards ?? [])
  return byYears('awards', { zh: '奖补', en: 'Awards' }, { zh: '按决定年度（第二十条）。', en: 'By the year decided (Art. 20).' }, [column('件数', 'Awards'), column('金额（万元）', 'Amount (10,000 yuan)', 'money'), column('已支付', 'Paid')], all.map(({ on }) => Number(on.slice(0, 4))), { as: 'bars', columns: [1] }, (at) => {
    const of = all.filter(({ on }) => Number(on.slice(0, 4)) === at)
    return [of.length, sum(of, ({ amount }) => Number(amount)), of.filter(({ paidOn }) => paidOn !== null).length]
  })
}

function byYears(id: string, words: Words, note: Words, columns: FigureColumn[], years: readonly number[], chart: FigureTable['chart'], of: (year: number) => (number | null)[]): FigureTable {
  return { id, words, note, head: year, columns, chart, rows: [...new Set(years)].sort((a, b) => a - b).map((at) => ({ key: String(at), name: named(at), values: of(at) })) }
}
