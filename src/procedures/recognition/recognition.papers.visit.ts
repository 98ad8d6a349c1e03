/** The record of a site visit as a form: what was declared and found, scores, differences, signatures. */
import type { PaperAbout } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { siteVisit2026 } from '../../settings/site-visit-2026.ts'
import type { RecognitionCase, RecognitionEntry } from './recognition.case.ts'

const results = { conforms: '符合', differs: '有差异', fails: '不符合' } as const

export function siteVisitPaper({ file, entry, caseNumber, nameOf }: PaperAbout<RecognitionCase, Extract<RecognitionEntry, { did: 'recordSiteVisit' }>>): Paper {
  const { data } = entry
  const blocks = siteVisit2026.blocks.flatMap((block): Block[] => {
    const rows = block.checks.flatMap((check) => data.checks.filter(({ item }) => item === check.id).map((found) => [check.id, check.words.zh, figure(found.declared, check.unit?.zh), figure(found.verified, check.unit?.zh), difference(found.declared, found.verified), results[found.result], [found.note, found.photos?.length ? `照片 ${found.photos.length} 张` : ''].filter(Boolean).join('\n')]))
    return rows.length === 0 ? [] : [{ is: 'heading', level: 1, text: `${block.id} ${block.words.zh}（${block.points} 分，得 ${data.scores[block.id as 'S1']} 分）` },
      { is: 'table', columns: [{ head: '项', width: 0.5, align: 'center' }, { head: '核查内容', width: 2.4 }, { head: '申报值', align: 'right' }, { head: '核实值', align: 'right' }, { head: '差异率', width: 0.8, align: 'right' }, { head: '结果', width: 0.8, align: 'center' }, { head: '说明', width: 1.6 }], rows }]
  })
  const drawn = (data.signatures ?? []).flatMap(({ name, strokes }) => (strokes ? [{ name, strokes }] : []))
  return {
    layout: '2026-1', form: 'sheet', issuer: nameOf(entry.by.org), number: `案件编号 ${caseNumber}`, title: '市级中试基地认定现场考察记录表', on: entry.on, openness: 'closed',
    blocks: [
      { is: 'fields', rows: [{ label: '申报名称', value: file.title, wide: true }, { label: '依托单位', value: file.hosts.map(({ name }) => name).join('、'), wide: true }, { label: '考察日期', value: longDate(data.visitedOn) }, { label: '考察得分', value: `${data.total}（满分 100）` },
        { label: '考察组', value: data.group.map(({ name, org }) => `${name}${org ? `（${org}）` : ''}`).join('、'), wide: true }, { label: '重大隐患', value: data.majorHazard ? '发现' : '未发现' }, { label: '考察结论', value: siteVisit2026.outcomes.find(({ id }) => id === data.result)?.words.zh ?? data.result }] },
      ...blocks,
      { is: 'heading', level: 1, text: '考察组意见' }, { is: 'text', text: data.opinion },
      { is: 'signatures', rows: [{ role: '考察组成员签字', names: data.signedBy, on: longDate(data.visitedOn), ...(drawn.length > 0 && { drawn }) }, { role: '记录', names: [entry.by.name], on: longDate(entry.on) }] },
    ],
  }
}

const figure = (value: string | undefined, unit: string | undefined) => (value === undefined || value === '' ? '' : `${value}${unit && Number.isFinite(Number(value)) ? ` ${unit}` : ''}`)
/** Of what was declared; empty where either is no figure. */
function difference(declared: string | undefined, verified: string): string {
  const [one, other] = [Number(declared), Number(verified)]
  if (declared === undefined || declared === '' || verified === '' || !Number.isFinite(one) || !Number.isFinite(other) || one === 0) return ''
  return `${(Math.round(((other - one) / one) * 1000) / 10).toFixed(1)}%`
}
