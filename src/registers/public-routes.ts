/** Open data of the portal: the same answers as its pages, as JSON and as tables. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Server } from '../platform/http.ts'
import { tooOften } from '../platform/knocks.ts'
import { notFound } from '../platform/problem.ts'
import { citedInChinese, regulation } from '../regulation/jinzhong-2023/index.ts'
import { type BaseStatus, baseStatuses } from '../settings/base-status.ts'
import { type Cell, csvOf } from './csv.ts'
import { portalQueries } from './public.ts'
import { publicDrawRoutes } from './public-draws.ts'
import type { RegisterDoor } from './register-door.ts'

const statuses = Object.keys(baseStatuses) as [BaseStatus, ...BaseStatus[]]
const filter = z.strictObject({ q: z.string().max(60).default(''), field: z.string().max(40).optional(), county: z.string().max(12).optional(), status: z.enum(statuses).optional(), page: z.coerce.number().int().min(1).max(9999).default(1) })

const meansWords = { lines: '中试线（条）', area: '场地面积（m²）', equipment: '设备（台套）', equipmentValue: '设备原值（万元）', open: '对外开放设备（台套）', openValue: '对外开放设备原值（万元）' } as const

export function publicRoutes(app: Server, door: RegisterDoor) {
  publicDrawRoutes(app, door)
  const queries = portalQueries(door)
  const open = (summary: string) => ({ summary, tags: ['public'] })
  const config = { access: 'public' as const }

  app.get('/api/public/bases', { config, schema: { ...open('Recognised bases'), querystring: filter } }, (request, reply) => {
    const { field, county, status, ...rest } = request.query
    return briefly(reply, queries.bases({ ...rest, field: field ?? null, county: county ?? null, status: status ?? null }))
  })
  app.get('/api/public/bases.csv', { config, schema: open('Recognised bases as a table') }, async (_request, reply) => {
    const rows: Cell[][] = []
    for (let page = 1, pages = 1; page <= pages; page++) {
      const list = await queries.bases({ q: '', field: null, county: null, status: null, page })
      pages = list.pages
      rows.push(...list.rows.map((row) => [row.id, row.name, row.host.name, row.field.words.zh, row.county.words.zh, row.county.code, baseStatuses[row.status].words.zh, row.demo ? '演示' : '']))
    }
    return table(reply, 'bases.csv', ['编号', '名称', '依托单位', '领域', '区县', '区划代码', '状态', '备注'], rows)
  })
  app.get('/api/public/bases/:id', { config, schema: { ...open('One base'), params: z.object({ id: z.string().max(64) }) } }, (request, reply) => briefly(reply, found(queries.base(request.params.id))))

  app.get('/api/public/revocations', { config, schema: open('Revocations that were served') }, (_request, reply) => briefly(reply, queries.revocations()))
  app.get('/api/public/revocations.csv', { config, schema: open('Revocations as a table') }, async (_request, reply) => {
    const { rows } = await queries.revocations()
    return table(reply, 'revocations.csv', ['编号', '名称', '依托单位', '区县', '依据', '决定文号', '决定日期', '送达日期', '公告日期', '公告编号', '备注'], rows.map((row) => [
      row.base.id, row.base.name, row.hosts.map(({ name }) => name).join('、'), row.county.zh, row.grounds.map(citedInChinese).join('、'), row.documentNo, row.decidedOn, row.servedOn, row.announcedOn ?? '', row.announcementNo ?? '', row.base.demo ? '演示' : '']))
  })

  app.get('/api/public/grades', { config, schema: open('Grades that were announced, year by year') }, (_request, reply) => briefly(reply, queries.grades()))
  app.get('/api/public/grades.csv', { config, schema: open('Grades as a table') }, async (_request, reply) => {
    const { years } = await queries.grades()
    return table(reply, 'grades.csv', ['年度', '编号', '名称', '依托单位', '领域', '区县', '档次', '备注'], years.flatMap(({ year, rows }) => rows.map((row) => [String(year), row.id, row.name, row.host.name, row.field.words.zh, row.county.words.zh, gradeWords[row.grade], row.demo ? '演示' : ''])))
  })

  app.get('/api/public/notices', { config, schema: open('Public notices, open and past') }, (_request, reply) => briefly(reply, queries.notices()))
  app.get('/api/public/notices.csv', { config, schema: open('Public notices as a table') }, async (_request, reply) => {
    const { open: running, past } = await queries.notices()
    return table(reply, 'notices.csv', ['编号', '标题', '种类', '起', '止', '工作日', '状态', '列名数', '备注'], [...running, ...past].map((row) => [row.number, row.title, noticeKinds[row.kind], row.from, row.to, row.workingDays, noticeStates[row.state], row.listed, row.demo ? '演示' : '']))
  })
  app.get('/api/public/notices/:number', { config, schema: { ...open('One public notice, with its frozen text and hash'), params: z.object({ number: z.string().max(64) }) } }, (request, reply) => briefly(reply, found(queries.notice(request.params.number))))

  app.get('/api/public/regulation', { config, schema: open('The regulation verbatim, with what fills its gaps and how it is carried out') }, (_request, reply) => briefly(reply, queries.lawBasis().then((use) => ({
    id: regulation.id, title: regulation.title, issuer: regulation.issuer, effectiveFrom: regulation.effectiveFrom, lapsedOn: regulation.lapsedOn, ...use,
    articles: regulation.articles.map(({ no, label, heading, chapter, text, gloss, computable, readings, rules }) => ({ no, label, heading, chapter: { no: chapter.no, zh: chapter.zh, en: chapter.en }, text, gloss, computable, readings, rules: rules.map(({ id, law, modality, says }) => ({ id, law, modality, says })) })),
  }))))

  app.get('/api/public/statistics', { config, schema: open('Figures without names') }, (_request, reply) => briefly(reply, queries.statistics()))
  app.get('/api/public/statistics.csv', { config, schema: open('Figures as a table') }, async (_request, reply) => {
    const { totals, byCounty, byField, byStatus, means, byYear, pace, awards, grades, ladder, work } = await queries.statistics()
    return table(reply, 'statistics.csv', ['分组', '项目', '指标', '数值'], [
      ...Object.entries({ 累计认定: totals.recognised, 在册: totals.standing, 已撤销: totals.revoked, 已退出: totals.left }).map(([name, value]) => ['总数', '全市', name, value]),
      ...byCounty.flatMap(({ county, bases, applications }) => [['区县', county.words.zh, '在册基地', bases], ['区县', county.words.zh, '申请', applications]]), ...byField.flatMap(({ field, bases, open }) => [['领域', field.zh, '在册基地', bases], ['领域', field.zh, '对外开放设备（台套）', open]]), ...byCounty.map(({ county, open }) => ['区县', county.words.zh, '对外开放设备（台套）', open]),
      ...byStatus.map(({ status, bases }) => ['状态', baseStatuses[status].words.zh, '基地', bases]), ...Object.entries(meansWords).map(([key, name]) => ['登记汇总', '在册基地', name, means[key as keyof typeof means]]),
      ...byYear.flatMap(({ year, ...figures }) => Object.entries(figures).map(([name, value]) => ['年度', String(year), yearWords[name as keyof typeof yearWords], value])),
      ...pace.flatMap(({ step, cases, median, limit, late }) => [['用时', step.zh, '已办结', cases], ['用时', step.zh, '中位工作日', median], ['用时', step.zh, '时限', limit], ['用时', step.zh, '超时', late]]),
      ...grades.flatMap(({ year, counts, others }) => [...Object.entries(counts).map(([grade, value]) => ['考核', String(year), gradeWords[grade as keyof typeof gradeWords], value]), ['考核', String(year), '不定档', others]]), ...ladder.map(({ level, bases }) => ['晋升', rungWords[level], '在册基地', bases]),
      ...Object.entries(work).map(([name, value]) => ['近一年服务', '在册基地', workWords[name as keyof typeof workWords], value]),
      ...awards.flatMap(({ year, awards: count, committed, paid }) => [['奖补', String(year), '件数', count], ['奖补', String(year), '已决定（万元）', committed], ['奖补', String(year), '已拨付（万元）', paid]]),
    ])
  })

  app.get('/api/public/verify', { config, schema: { ...open('Whether a certificate or another paper is genuine and stands: by its number, or by the code printed on it'), querystring: z.strictObject({ number: z.string().trim().min(1).max(40), code: z.string().trim().max(20).optional() }) } },
    async (request, reply) => {
      const answer = await queries.verify(request.query.number, request.query.code ?? null, request.ip)
      if ('tooOften' in answer) throw tooOften(answer.tooOften)
      return briefly(reply, Promise.resolve(answer))
    })
}

/** A minute is short enough for a notice that closes and long enough to carry a rush. */
async function briefly<Answer>(reply: FastifyReply, answer: Promise<Answer>): Promise<Answer> {
  const body = await answer
  reply.header('cache-control', 'public, max-age=60')
  return body
}

async function found<Answer>(answer: Promise<Answer | null>): Promise<Answer> {
  const body = await answer
  if (body === null) throw notFound()
  return body
}

const table = (reply: FastifyReply, name: string, head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  reply.header('cache-control', 'public, max-age=60').header('content-disposition', `attachment; filename="${name}"`).type('text/csv; charset=utf-8').send(csvOf(head, rows))

const gradeWords = { excellent: '优', good: '良', fair: '中', poor: '差' } as const
const rungWords = { city: '市级', province: '省级', ministry: '部级', nation: '国家级' } as const
const workWords = { clients: '服务单位', clientsOfCity: '其中本市', services: '服务项目', delivered: '其中完成', trained: '培训人次', events: '交流活动' } as const
const noticeKinds = { recognition: '拟认定', grade: '考核结果', revocation: '撤销', other: '其他' } as const
const noticeStates = { open: '公示中', closed: '已结束', corrected: '已更正', terminated: '已终止' } as const
const yearWords = { submitted: '提交', recommended: '推荐', accepted: '受理', recognised: '认定', notRecognised: '未认定', withdrawn: '撤回', underWay: '在办' } as const
