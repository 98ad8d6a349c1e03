import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineLine } from '../../procedures/base/base.timeline.ts'
import { Cite } from '../parts/cite.tsx'
import { CheckField } from '../parts/field.tsx'
import { useWords } from '../words.ts'

/** What befell the base, the latest first; daily work on the register is folded away. */
export function Timeline({ lines }: { lines: readonly TimelineLine[] }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const [daily, setDaily] = useState(false)
  return (
    <section className="panel" aria-labelledby="history"><div className="hd"><h2 id="history">{t('history')}</h2><span className="grow" />{lines.some((line) => line.daily) && <CheckField checked={daily} onChange={setDaily}>{t('historyDaily')}</CheckField>}</div>
      <ol className="life">{lines.filter((line) => daily || !line.daily).map((line) => (
        <li key={line.no}><span className="faint nowrap">{line.on}</span><div className="grow"><b>{words(line.says)}</b> {line.more && words(line.more)}<small className="faint below">{line.by}{line.case?.number && <> · <Link to="/cases/$number" params={{ number: line.case.number }}>{line.case.number}</Link></>}</small></div><Cite law={line.law} /></li>))}</ol>
    </section>
  )
}
