import { useTranslation } from 'react-i18next'
import type { StepDone } from '../../contract.ts'
import { instantOf, shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'
import { Icon } from '../parts/icon.tsx'
import { Status } from '../parts/status.tsx'
import { useListing, useWords } from '../words.ts'
import type { Told } from './body.tsx'

/** What was done, to be kept: entry number, hash, time, and who was told. */
export function Receipt({ id, done, step, onClose }: { id: string; done: StepDone; step: Told; onClose: () => void }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const listing = useListing()
  return (
    <>
      <header>
        <div className="grow">
          <h2 id={id} className="row t-ok">
            <Icon shape="okc" />
            {t(step.signs && !words(step.says).startsWith(t('signPrefix')) ? 'receipt.signed' : 'receipt.title', { step: words(step.says) })}
          </h2>
        </div>
      </header>
      <div className="body" role="status">
        <dl className="kv">
          <div>
            <dt>{t('receipt.number')}</dt>
            <dd>
              <b>{done.case.number}</b> <Name name={done.case.title} />
            </dd>
          </div>
          <div>
            <dt>{t('receipt.entry')}</dt>
            <dd>
              {t('receipt.entryNo', { no: done.entry.no })} <Cite law={done.entry.law} />
            </dd>
          </div>
          <div>
            <dt>{t('receipt.at')}</dt>
            <dd>{instantOf(done.entry.at)}</dd>
          </div>
          <div>
            <dt>{t('receipt.hash')}</dt>
            <dd className="mono">{shortHash(done.entry.hash)}</dd>
          </div>
          <div>
            <dt>{t('receipt.now')}</dt>
            <dd>
              <Status procedure={done.case.procedure} status={done.case.status} />
            </dd>
          </div>
          <div>
            <dt>{t('receipt.told')}</dt>
            <dd>{step.notifies.length > 0 ? listing(step.notifies.map(words)) : t('receipt.nobody')}</dd>
          </div>
        </dl>
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn primary" onClick={onClose}>
          {t('receipt.done')}
        </button>
      </footer>
    </>
  )
}
