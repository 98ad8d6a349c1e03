import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BaseFileShown } from '../../procedures/base/base.profile.door.ts'
import { Cite } from '../parts/cite.tsx'
import { useWords } from '../words.ts'

/** Every table of the register with what it holds, who kept it last, and how many rows have their evidence. */
export function Tables({ number, file, on }: { number: string; file: BaseFileShown; on: string | undefined }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  return (
    <section className="panel" aria-labelledby="tables"><div className="hd"><h2 id="tables">{t('tables')}</h2><span className="s mute">{t('tablesNote')}</span></div>
      <ul className="table-list">{file.tables.map((table) => (
        <li key={table.id}>
          <Link to="/bases/$number/$table" params={{ number, table: table.id }} search={on ? { on } : {}}><b>{words(table.words)}</b><span>{table.rows === 0 ? <span className="faint">{t('empty')}</span> : t('rows', { n: table.rows })}{table.evidenced !== null && table.rows > 0 && <small className={table.evidenced < table.rows ? 't-am' : 'faint'}> · {t('evidenced', { n: table.evidenced })}</small>}</span>
            <small className="faint">{table.lastOn && table.lastBy ? t('lastBy', { by: table.lastBy, day: table.lastOn }) : ''}</small></Link><Cite law={table.law} /></li>))}</ul>
    </section>
  )
}
