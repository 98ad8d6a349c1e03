/** The audit: sign-ins and administrators' acts in the order they were written. It never shows what a case holds. */
import { z } from 'zod'
import type { Words } from '../kernel/words.ts'
import type { Server } from '../platform/http.ts'
import { listed, rowOf, rowsOf, sql } from '../platform/query.ts'
import { containing, mustHold, type RegisterDoor } from './register-door.ts'

export type AuditRow = { no: number; at: string; who: string | null; what: string; whatWords: Words; about: string | null; address: string | null; outcome: 'done' | 'refused'; result: string; detail: Record<string, unknown> }
export type AuditList = { rows: AuditRow[]; total: number; cursor: string | null; kinds: { what: string; words: Words }[] }

const page = 50
const query = z.strictObject({ q: z.string().max(100).optional(), from: z.iso.date().optional(), to: z.iso.date().optional(), what: z.string().max(40).optional(), outcome: z.enum(['done', 'refused']).optional(), cursor: z.string().regex(/^\d{1,12}$/).optional() })

export function auditRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/audit', { config: { access: 'signedIn' }, schema: { summary: 'Sign-ins and acts on registers, accounts and grants', tags: ['administration'], querystring: query } },
    (request) => door.inContext(request, async ({ tx, jurisdiction }, who): Promise<AuditList> => {
      mustHold(door, who, 'auditor')
      const { q, from, to, what, outcome, cursor } = request.query
      const day = sql`(l.at at time zone 'Asia/Shanghai')::date`
      const filter = listed([sql`l.jurisdiction = ${jurisdiction}`, ...(what ? [sql`l.act = ${what}`] : []), ...(from ? [sql`${day} >= ${from}`] : []), ...(to ? [sql`${day} <= ${to}`] : []), ...(outcome ? [sql`(l.result = 'done' or l.result = 'changed') = ${outcome === 'done'}`] : []),
        ...(q ? [sql`(lower(coalesce(l.username, '')) like ${containing(q)} or lower(coalesce(p.name, '')) like ${containing(q)} or lower(coalesce(l.object, '')) like ${containing(q)} or coalesce(l.address, '') like ${containing(q)})`] : [])])
      const rows = await rowsOf<{ no: number; at: string; username: string | null; name: string | null; act: string; object: string | null; about: string | null; result: string; address: string | null; detail: Record<string, unknown> | null }>(tx, sql`
        select l.no, l.at, l.username, p.name, l.act, l.object, coalesce(o.name, s.name) as about, l.result, l.address, l.detail from access_log l left join person p on p.jurisdiction = l.jurisdiction and p.id = l.person
          left join person s on s.jurisdiction = l.jurisdiction and s.id = l.object left join organisation o on o.jurisdiction = l.jurisdiction and o.id = l.object
         where ${filter} and ${cursor ? sql`l.no < ${Number(cursor)}` : sql`true`} order by l.no desc limit ${page + 1}`)
      const total = await rowOf<{ count: number }>(tx, sql`select count(*)::int as count from access_log l left join person p on p.jurisdiction = l.jurisdiction and p.id = l.person where ${filter}`)
      const known = await rowsOf<{ act: string }>(tx, sql`select distinct act from access_log where jurisdiction = ${jurisdiction} order by act`)
      const shown = rows.slice(0, page)
      return {
        rows: shown.map((row) => ({
          no: row.no, at: row.at, who: row.name ? `${row.name}（${row.username}）` : row.username, what: row.act, whatWords: wordsOf(row.act), about: row.about ? `${row.about}（${row.object}）` : row.object, address: row.address,
          // A wrong password, a locked account and a refused act did not come about.
          outcome: row.result === 'done' || row.result === 'changed' ? 'done' : 'refused', result: row.result, detail: row.detail ?? {},
        })),
        total: total?.count ?? 0, cursor: rows.length > page ? String(shown.at(-1)?.no) : null, kinds: known.map(({ act }) => ({ what: act, words: wordsOf(act) })),
      }
    }))
}

const wordsOf = (act: string): Words => acts[act] ?? { zh: act, en: act }
const acts: Record<string, Words> = {
  setup: { zh: '首次设置', en: 'First run' }, signIn: { zh: '登录', en: 'Sign in' }, changePassword: { zh: '修改密码', en: 'Change password' }, openAccount: { zh: '开立账号', en: 'Open an account' }, lockAccount: { zh: '锁定账号', en: 'Lock an account' }, unlockAccount: { zh: '解锁账号', en: 'Unlock an account' },
  resetPassword: { zh: '重置密码', en: 'Reset a password' }, grantRole: { zh: '授权', en: 'Grant a role' }, endGrant: { zh: '结束授权', en: 'End a grant' }, addOrganisation: { zh: '登记单位', en: 'Add an organisation' }, changeOrganisation: { zh: '修改单位资料', en: 'Change an organisation' },
  addExpert: { zh: '专家入库', en: 'Add an expert' }, changeExpert: { zh: '修改专家资料', en: 'Change an expert' }, changeProfile: { zh: '专家修改本人资料', en: 'Change one\'s own profile' }, addBatch: { zh: '开设批次', en: 'Open a batch' }, changeBatch: { zh: '修改批次', en: 'Change a batch' },
  approveBatch: { zh: '批准加开批次', en: 'Approve an added batch' }, refuseBatch: { zh: '不同意加开批次', en: 'Refuse an added batch' }, importExperts: { zh: '导入专家', en: 'Import experts' }, checkExperts: { zh: '检查专家导入表', en: 'Check a sheet of experts' }, exportExperts: { zh: '导出专家库', en: 'Export the pool' },
  changeExpertContact: { zh: '修改专家联系方式', en: 'Change how an expert is reached' }, proposeBar: { zh: '提出停止抽取', en: 'Propose a bar' }, signBar: { zh: '签署停止抽取', en: 'Sign a bar' }, refuseBar: { zh: '不同意停止抽取', en: 'Refuse a bar' }, 'propose-liftBar': { zh: '提出解除停止抽取', en: 'Propose to lift a bar' },
  liftBar: { zh: '解除停止抽取', en: 'Lift a bar' }, keepBar: { zh: '不解除停止抽取', en: 'Keep a bar' },
  'objection.identity': { zh: '查看异议人身份', en: 'Read who objects' }, 'objection.evidence': { zh: '查看异议证据', en: 'Read the evidence of an objection' }, 'objection.file': { zh: '下载异议证据', en: 'Download evidence of an objection' }, 'objection.leads': { zh: '查看线索', en: 'Read leads' },
  closeBatch: { zh: '截止批次', en: 'Close a batch' }, readFile: { zh: '下载文件', en: 'Download a file' }, moveClock: { zh: '拨动演示时钟', en: 'Move the demo clock' },
}
