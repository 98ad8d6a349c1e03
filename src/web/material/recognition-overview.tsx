import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListName, lists, tones } from '../steps/lists.ts'
import type { RecognitionCase } from '../../procedures/recognition/recognition.case.ts'
import { score, shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import type { Basis } from '../../kernel/rule.ts'
import { useWords } from '../words.ts'
import { Rectification } from './recognition-rectification.tsx'

type File = Partial<RecognitionCase>

/** What was examined, scored, seen and decided so far, latest first. */
export function Overview({ file }: { file: File }) {
  return (
    <div className="overview">
      <Decided file={file} />
      {file.rectification && <Rectification rectification={file.rectification} />}
      <Visit file={file} />
      <Panel file={file} />
      <Formal file={file} />
      <Examined file={file} />
      <Partners file={file} />
    </div>
  )
}

export function Block({ title, law, aside, children }: { title: string; law: Basis; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="part">
      <div className="row wrap">
        <h2>{title}</h2>
        <Cite law={law} />
        <span className="grow" />
        {aside}
      </div>
      {children}
    </section>
  )
}

export const Pair = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Decided({ file: { recognition, notice, decision, proposal } }: { file: File }) {
  const { t } = useTranslation('case')
  return (
    <>
      {recognition && (
        <Block title={t('rec.recognition')} law="Art. 10(4)">
          <dl className="kv">
            <Pair name={t('rec.name')}>{recognition.name}</Pair>
            <Pair name={t('rec.certificateNo')}>{recognition.certificateNo}</Pair>
            <Pair name={t('rec.documentNo')}>{recognition.documentNo}</Pair>
          </dl>
        </Block>
      )}
      {notice?.clearedOn && (
        <Block title={t('rec.notice')} law="Art. 10(4)">
          <p>{t('rec.clearedOn', { day: notice.clearedOn })}</p>
        </Block>
      )}
      {decision && (
        <Block title={t('rec.decision')} law="Art. 10(4)" aside={<span className="s mute">{decision.on}</span>}>
          <dl className="kv">
            <Pair name={t('fact.outcome')}>
              <b>{t(`rec.outcome.${decision.outcome}`)}</b>
            </Pair>
            <Pair name={t('rec.minutes')}>
              {decision.minutes.number} · {decision.minutes.heldOn}
            </Pair>
            {decision.grounds && (
              <Pair name={t('rec.grounds')}>
                <span className="prose">{decision.grounds}</span>
              </Pair>
            )}
          </dl>
        </Block>
      )}
      {proposal && (
        <Block
          title={t('rec.proposal')}
          law="Art. 10(4)"
          aside={<span className="s mute">{t('rec.byOn', { name: proposal.byName, on: proposal.on })}</span>}
        >
          <dl className="kv">
            <Pair name={t('fact.outcome')}>
              <Mark family="judge" words={t(`rec.outcome.${proposal.outcome}`)} />
            </Pair>
            {proposal.composite && (
              <Pair name={t('rec.composite')}>
                <b className="big-figure">{score(Number(proposal.composite))}</b>
              </Pair>
            )}
            <Pair name={t('rec.merits')}>
              <span className="prose">{proposal.merits}</span>
            </Pair>
          </dl>
        </Block>
      )}
    </>
  )
}

function Visit({ file: { visit } }: { file: File }) {
  const { t } = useTranslation('case')
  if (!visit) return null
  const differing = visit.checks.filter(({ result }) => result !== 'conforms')
  return (
    <Block title={t('rec.visit')} law="Art. 10(3)" aside={<span className="s mute">{visit.visitedOn}</span>}>
      <dl className="kv">
        <Pair name={t('rec.visitTotal')}>
          <b className="big-figure">{score(Number(visit.total))}</b>
        </Pair>
        <Pair name={t('rec.visitResult')}>
          {t(`rec.result.${visit.result}`)}
          {visit.majorHazard && <b className="t-no"> · {t('rec.hazard')}</b>}
        </Pair>
        <Pair name={t('rec.group')}>{visit.group.map(({ name, org }) => (org ? `${name}（${org}）` : name)).join('、')}</Pair>
        <Pair name={t('rec.opinion')}>
          <span className="prose">{visit.opinion}</span>
        </Pair>
      </dl>
      {differing.length > 0 && (
        <table className="s">
          <caption className="sr">{t('rec.differences')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rec.differences')}</th>
              <th scope="col">{t('rec.declared')}</th>
              <th scope="col">{t('rec.verified')}</th>
              <th scope="col">{t('fact.note')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((check) => (
              <tr key={check.item}>
                <td>{check.item}</td>
                <td>{check.declared}</td>
                <td>{check.verified}</td>
                <td>{check.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  )
}

function Panel({ file: { panel, special } }: { file: File }) {
  const { t } = useTranslation('case')
  return (
    <>
      {panel && (
        <Block title={t('rec.panel')} law="Art. 10(3)">
          <dl className="kv">
            <Pair name={t('rec.panelScore')}>
              <b className="big-figure">{score(Number(panel.score))}</b>{' '}
              <span className="s mute">
                {t('rec.sheets', { n: panel.sheets })} · {t('rec.agree', { n: panel.agree })} · {t('rec.rank', { n: panel.rank })}
              </span>
            </Pair>
            <Pair name={t('rec.opinion')}>
              <span className="prose">{panel.opinion}</span>
            </Pair>
          </dl>
        </Block>
      )}
      {special && (
        <Block title={t('rec.special')} law="Art. 11">
          <dl className="kv">
            <Pair name={t('fact.kind')}>{t(`rec.specialKind.${special.kind}`)}</Pair>
            <Pair name={t('rec.basis')}>{special.basis}</Pair>
            <Pair name={t('rec.reason')}>
              <span className="prose">{special.reason}</span>
            </Pair>
          </dl>
        </Block>
      )}
    </>
  )
}

function Formal({ file: { formItems, receiptNo } }: { file: File }) {
  const { t } = useTranslation('case')
  if (!formItems) return null
  return (
    <Block
      title={t('rec.formItems')}
      law="Art. 10(3)"
      aside={
        receiptNo && (
          <span className="s mute">
            {t('rec.receiptNo')} {receiptNo}
          </span>
        )
      }
    >
      <Answers list="exam" answers={formItems} />
    </Block>
  )
}

function Examined({ file: { examination, recommendation } }: { file: File }) {
  const { t } = useTranslation('case')
  return (
    <>
      {recommendation && (
        <Block title={t('rec.recommendation')} law="Art. 10(2)" aside={<span className="s mute">{recommendation.on}</span>}>
          <dl className="kv">
            <Pair name={t('rec.letterNo')}>{recommendation.letterNo}</Pair>
            <Pair name={t('rec.opinion')}>
              <span className="prose">{recommendation.opinion}</span>
            </Pair>
          </dl>
        </Block>
      )}
      {examination && (
        <Block
          title={t('rec.examination')}
          law="Art. 10(2)"
          aside={<span className="s mute">{t('rec.byOn', { name: examination.byName, on: examination.on })}</span>}
        >
          {(['truth', 'completeness', 'form'] as const).map((aspect) => (
            <details key={aspect} className="more" open={examination[aspect].some(({ answer }) => answer !== 'yes')}>
              <summary>
                {t(`rec.${aspect}`)} {examination[aspect].filter(({ answer }) => answer === 'yes').length} / {examination[aspect].length}
              </summary>
              <Answers list={aspect} answers={examination[aspect]} />
            </details>
          ))}
          <p className="prose s">{examination.opinion}</p>
        </Block>
      )}
    </>
  )
}

function Answers({ list, answers }: { list: ListName; answers: readonly { item: string; answer: string; note?: string }[] }) {
  const words = useWords()
  const { questions, answers: known } = lists[list]
  return (
    <ul className="verdicts flat">
      {answers.map(({ item, answer, note }) => (
        <li key={item}>
          <span className="grow">
            <span className="faint">{item}</span> {words(questions.find(({ id }) => id === item)?.words)}
            {note && <small className="mute">{note}</small>}
          </span>
          <span className={tones[answer] === 'yes' || answer === 'notApplicable' ? 't-ok nowrap' : 't-no nowrap'}>
            {words(known.find(({ value }) => value === answer)?.words) || answer}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Partners({ file: { partners } }: { file: File }) {
  const { t } = useTranslation('case')
  if (!partners?.length) return null
  return (
    <Block title={t('rec.partners')} law="Art. 8">
      <ul className="verdicts flat">
        {partners.map((partner) => (
          <li key={partner.org}>
            <span className="grow">
              <Name name={partner.name} />
              {partner.reason && <small className="mute">{partner.reason}</small>}
              {partner.agreement && <small className="mono faint">{shortHash(partner.agreement)}</small>}
            </span>
            <Mark
              family={partner.answer === 'confirmed' ? 'ok' : partner.answer === 'refused' ? 'no' : 'back'}
              words={t(`rec.partner.${partner.answer}`)}
            />
          </li>
        ))}
      </ul>
    </Block>
  )
}
