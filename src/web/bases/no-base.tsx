import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'

/** The way back to the register of bases. */
export function ToBases({ here }: { here: string }) {
  const { t } = useTranslation('bases')
  return <nav className="crumb" aria-label={t('crumb')}><Link to="/bases">{t('title')}</Link> / {here}</nav>
}

/** For whoever has no base to work with: what is true for them, and what there is to do instead. `among`: the bases stand below it. */
export function NoBase({ among = false }: { among?: boolean }) {
  const { t } = useTranslation('bases')
  const applies = useSession().homes.includes('apply')
  return (
    <Note tone="go" action={
      <span className="row wrap">
        {applies && <Link className="btn primary" to="/apply">{t('noBase.apply')}</Link>}
        {!among && <Link className="btn" to="/bases">{t('noBase.look')}</Link>}
        {among && <a className="btn" href="/bases">{t('noBase.portal')}</a>}
      </span>}>
      {t(applies ? 'noBase.host' : 'noBase.other')}{among && ` ${t('noBase.below')}`}
    </Note>
  )
}
