/**
 * 第十三条  市级中试基地要独立开展工程化研究开发，财务上实行相对独立核算，与依托单位、行政主管部门的隶属关系不变，可与依托单
 * 位共有一个法人代表。
 *
 * Reading: 相对独立核算 is reached by own legal personality, a separate ledger or an auxiliary ledger (decision 0021).
 */
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 13, id: 'JZ-2023-A13', label: '第十三条', chapter: chapters.operation,
  heading: { zh: '独立核算', en: 'Separate accounts' },
  text: [
    {
      text: '市级中试基地要独立开展工程化研究开发，财务上实行相对独立核算，与依托单位、行政主管部门的隶属关系不变，可与依托单位共有一个法人代表。',
    },
  ],
  gloss: [
    'A municipal base shall carry out engineering research and development independently and keep relatively independent accounts. Its subordination to the host and to the administrative authority does not change; it may share one legal representative with the host.',
  ],
  computable: true,
  readings: [
    {
      id: 'accounts', decision: '0021', since: '2026-11-23',
      words: {
        zh: '独立法人核算、依托单位下独立核算（专账）、辅助核算三种方式，均属“相对独立核算”。',
        en: 'Own legal personality, a separate ledger and an auxiliary ledger are each "relatively independent".',
      },
    },
  ],
}

export type Accounting = 'ownLegalPerson' | 'separateLedger' | 'auxiliaryLedger' | 'none'

/** `evidence`: the statement or ledger extract (A08) is provided. Without it nothing is known yet. */
export const separateAccounts = rule({
  id: 'separateAccounts', law: 'Art. 13', modality: 'must',
  says: { zh: '财务上实行相对独立核算', en: 'The accounts are relatively independent.' },
  holds: ({ accounting, evidence }: { accounting: Accounting | undefined; evidence: boolean | undefined }) =>
    accounting === 'none' ? false : accounting && evidence ? true : undefined,
  otherwise: ({ accounting }) =>
    accounting === 'none'
      ? { zh: '未实行相对独立核算。可设专账或辅助账。', en: 'The accounts are not separate. A separate or auxiliary ledger will do.' }
      : accounting === undefined
        ? { zh: '未填写核算方式。', en: 'The kind of accounting is not stated.' }
        : { zh: '未提供专账或独立核算证明（A08）。', en: 'The proof of separate accounts (A08) is not provided.' },
})
