import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { MajorMatterCase } from '../../procedures/major-matter/major-matter.case.ts'
import { fieldsAsked } from '../../procedures/major-matter/major-matter.form.ts'
import { kindWords, matterOf } from '../../settings/matters/matters-2026.ts'
import { shortDay } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { DiffRows } from '../parts/diff.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { useAnswer, useRegister } from './register.ts'

type File = Partial<MajorMatterCase>

/** What was handed in, frozen: old beside new, the rest as answers, the papers. */
export function AskedMatter({ file }: { file: File }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const { today } = useSession()
  const register = useRegister()
  const answer = useAnswer()
  const { code, asked, decision } = file
  if (!code || !asked) return null
  const matter = matterOf(code)
  const fields = fieldsAsked(matter, asked.values)
  const replaced = fields.filter(({ replaces, id }) => replaces && asked.values[id] !== undefined)
  const plain = fields.filter(({ replaces, id }) => !replaces && asked.values[id] !== undefined)
  const effectiveOn = decision?.effectiveOn
  return (
    <section className="panel">
      <div className="hd">
        <h2>{matter.code} {words(matter.words)}</h2>
        <Mark family={asked.kind === 'approval' ? 'judge' : 'go'} words={kindWords[asked.kind]} />
        <Cite law={matter.law} />
        {asked.late && <Mark family="back" words={t('late')} />}
        {asked.ahead && <Mark family="back" words={t('ahead')} />}
        <span className="grow" />
        <span className="s mute">{t('view.on', { day: shortDay(asked.on, today) })}{asked.by === 'host' && ` · ${t('byHost')}`}</span>
      </div>
      <div className="bd stack">
        {replaced.length > 0 && (
          <div className="diff">
            <header><b>{t('view.diff')}</b></header>
            <DiffRows rows={replaced.map((field) => ({ key: field.id, name: words(field.words), before: field.replaces ? register(field.replaces, asked.before) : '', after: answer(field, asked.values[field.id]) }))} />
          </div>
        )}
        <dl className="kv broad">
          {asked.happenedOn && <Fact name={t('view.happened')}>{asked.happenedOn}</Fact>}
          {asked.dueOn && <Fact name={t('view.dueOn')}>{asked.dueOn}</Fact>}
          {effectiveOn && <Fact name={t('view.effective')}><b>{effectiveOn}</b></Fact>}
          {plain.map((field) => <Fact key={field.id} name={words(field.words)}><span className="prose">{answer(field, asked.values[field.id])}</span></Fact>)}
        </dl>
        <section aria-label={t('view.attached')}>
          <h3>{t('view.attached')}</h3>
          {asked.attached.length === 0 ? <p className="s mute">{t('view.none')}</p> : (
            <ul className="files">{asked.attached.map((one) => <li key={one.id}><Icon shape="file" /> <b>{one.code}</b> <a href={`/api/files/${one.id}`} download={one.name}>{one.name}</a></li>)}</ul>
          )}
        </section>
      </div>
    </section>
  )
}

/** Who said what on the way, each level with its written reasons. */
export function SaidOnTheWay({ detail, file }: { detail: CaseDetail; file: File }) {
  const { t } = useTranslation('matters')
  const { endorsement, verification, examination, proposal, decision, reasons } = file
  const ruleNames = new Map(detail.history.flatMap(({ verdicts }) => verdicts.map(({ rule, says }) => [rule, says] as const)))
  const why = (given: Record<string, string> | undefined) => <Reasons given={given ?? {}} names={ruleNames} />
  const parts: [string, ReactNode][] = [
    ...(Object.keys(reasons ?? {}).length > 0 ? [[t('view.reasonBy.base'), why(reasons)] as [string, ReactNode]] : []),
    ...(endorsement?.opinion ? [[t('view.endorsement'), <Opinion key="e" on={endorsement.on} by={t('view.signedBy', { name: endorsement.signedBy })} text={endorsement.opinion} />] as [string, ReactNode]] : []),
    ...(verification ? [[t('view.verification'), <Opinion key="v" on={verification.on} by={`${verification.byName} · ${t(`view.truth.${verification.truth}`)}${verification.onSite ? ` · ${t('view.onSite')}` : ''}`} text={verification.opinion} />] as [string, ReactNode]] : []),
    ...(examination ? [[t('view.examination'), <div key="x"><Opinion on={examination.on} by={t(examination.advises === 'agree' ? 'view.agree' : 'view.disagree')} text={examination.opinion} />{why(examination.reasons)}</div>] as [string, ReactNode]] : []),
    ...(proposal ? [[t('view.proposal'), <div key="p"><Opinion on={proposal.on} by={`${proposal.byName} · ${t(proposal.recommends === 'approve' ? 'view.approve' : 'view.refuse')}`} text={proposal.opinion} />{proposal.experts && <p className="s prose"><b>{t('view.experts')}</b> {proposal.experts}</p>}</div>] as [string, ReactNode]] : []),
    ...(decision && file.code !== 'M11' ? [[t('view.decision'), <div key="d"><Opinion on={decision.on} by={t(`view.outcome.${decision.outcome}`)} text={decision.opinion} />{decision.conditions && <p className="s prose"><b>{t('view.conditions')}</b> {decision.conditions}</p>}{why(decision.reasons)}</div>] as [string, ReactNode]] : []),
  ]
  if (parts.length === 0) return null
  return <section className="panel">{parts.map(([name, body]) => <div className="said" key={name}><h3>{name}</h3>{body}</div>)}</section>
}

function Opinion({ on, by, text }: { on: string; by: string; text: string }) {
  const { today } = useSession()
  return <><p className="s mute">{shortDay(on, today)} · {by}</p>{text && <p className="prose">{text}</p>}</>
}

function Reasons({ given, names }: { given: Record<string, string>; names: ReadonlyMap<string, { zh: string; en: string }> }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const rows = Object.entries(given)
  if (rows.length === 0) return null
  return <dl className="kv broad" aria-label={t('view.reasons')}>{rows.map(([rule, reason]) => <Fact key={rule} name={words(names.get(rule)) || rule}><span className="prose">{reason}</span></Fact>)}</dl>
}

/** Whose base, what was found, why it came back. */
export function Around({ file, returned }: { file: File; returned: boolean }) {
  const { t } = useTranslation('matters')
  return (
    <>
      {returned && file.returned && <Note tone="am"><b>{t(`view.returned.${file.returned.by}`)}</b> {file.returned.reason}</Note>}
      {file.demanded && file.status === 'demanded' && <Note tone="am">{t('draft.demanded', { day: file.demanded.dueOn })}</Note>}
      {(file.findings ?? []).map((finding) => (
        <Note key={`${finding.case}${finding.on}`} tone="no"><b>{t('view.findings')}</b> <Link to="/cases/$number" params={{ number: finding.number }}>{finding.number}</Link> {finding.facts}</Note>
      ))}
      {file.base && <p className="s mute">{t('view.toBase')} <Link to="/bases/$number" params={{ number: file.base.id }}><Name name={file.base.name} /> {file.base.id}</Link></p>}
    </>
  )
}

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div><dt>{name}</dt><dd>{children}</dd></div>
