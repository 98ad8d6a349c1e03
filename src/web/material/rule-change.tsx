import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { RuleChangeCase } from '../../procedures/rule-change/rule-change.case.ts'
import { useSetting } from '../law/query.ts'
import { valueText } from '../law/value.ts'
import { Cite } from '../parts/cite.tsx'
import { useLanguage, useWords } from '../words.ts'

type Change = NonNullable<RuleChangeCase['change']>

/** What is to change, from when, on what basis, and who proposed and signed it. */
export function RuleChangeMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const file = detail.case.file as Partial<RuleChangeCase>
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('rule.change')}</h2>
        <Cite law="Art. 21" />
        <span className="grow" />
        {file.change && <span className="s mute">{t(`rule.kind.${file.change.kind}`)}</span>}
      </div>
      <div className="bd">
        <RuleFacts file={file} />
      </div>
    </section>
  )
}

/** The same facts stand in the dialog that signs them. */
export function RuleFacts({ file }: { file: Partial<RuleChangeCase> }) {
  const { t } = useTranslation('case')
  return (
        <dl className="kv">
          {file.change && <What change={file.change} />}
          {file.validFrom && (
            <div>
              <dt>{t('fact.validFrom')}</dt>
              <dd>
                <b>{file.validFrom}</b>
              </dd>
            </div>
          )}
          {file.basis && (
            <div>
              <dt>{t('rule.basis')}</dt>
              <dd className="prose">{file.basis}</dd>
            </div>
          )}
          {file.proposedByName && (
            <div>
              <dt>{t('rule.proposedBy')}</dt>
              <dd>{file.proposedByName}</dd>
            </div>
          )}
          {file.signedByName && (
            <div>
              <dt>{t('rule.signedBy')}</dt>
              <dd>
                {file.signedByName} {file.signedOn}
              </dd>
            </div>
          )}
          {file.ended && (
            <div>
              <dt>{t('rec.ended')}</dt>
              <dd className="prose">{file.ended}</dd>
            </div>
          )}
        </dl>
  )
}

function What({ change }: { change: Change }) {
  const { t } = useTranslation('case')
  const words = useWords()
  switch (change.kind) {
    case 'setting':
      return <SettingChange change={change} />
    case 'reading':
      return (
        <>
          <div>
            <dt>{t('rule.law')}</dt>
            <dd>
              <Cite law={change.law as Basis} />
            </dd>
          </div>
          <div>
            <dt>{t('rule.text')}</dt>
            <dd className="prose">{words(change.words)}</dd>
          </div>
        </>
      )
    case 'authorityBasis':
      return (
        <>
          <div>
            <dt>{t('rule.title')}</dt>
            <dd>
              {change.title} {change.documentNo}
            </dd>
          </div>
          <div>
            <dt>{t('rule.validTo')}</dt>
            <dd>{change.validTo ?? t('rule.unlimited')}</dd>
          </div>
        </>
      )
    case 'calendarYear':
      return (
        <>
          <div>
            <dt>{t('rule.year')}</dt>
            <dd>{change.year}</dd>
          </div>
          <div>
            <dt>{t('rule.text')}</dt>
            <dd>
              {t('rule.off', { n: change.off.length })} · {t('rule.work', { n: change.work.length })}
            </dd>
          </div>
          <div>
            <dt>{t('rule.source')}</dt>
            <dd>{change.source}</dd>
          </div>
        </>
      )
  }
}

function SettingChange({ change }: { change: Extract<Change, { kind: 'setting' }> }) {
  const { t } = useTranslation('case')
  const language = useLanguage()
  const now = useSetting(change.key)
  return (
    <>
      <div>
        <dt>{t('rule.key')}</dt>
        <dd>
          <Cite law={`setting:${change.key}`} /> <span className="mono faint">{change.key}</span>
        </dd>
      </div>
      {now && (
        <>
          <div>
            <dt>{t('rule.now')}</dt>
            <dd>{valueText(now, now.value, language)}</dd>
          </div>
          <div>
            <dt>{t('rule.proposed')}</dt>
            <dd>
              <b className="t-am">{valueText(now, change.value, language)}</b>
            </dd>
          </div>
        </>
      )}
      {change.applies && (
        <div>
          <dt>{t('rule.applies')}</dt>
          <dd>{change.applies}</dd>
        </div>
      )}
    </>
  )
}
