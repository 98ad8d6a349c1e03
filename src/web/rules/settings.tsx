import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../parts/states.tsx'
import { articlesOf } from './articles-of.ts'
import { OfArticle } from './settings-by-article.tsx'
import type { Rules } from './shape.ts'

const route = getRouteApi('/rules')
const groups = ['application', 'operation', 'assessment', 'revocation', 'award', 'platform'] as const

/** Every setting under the article whose gap it fills; folded, but for what is looked for or chosen. */
export function Settings({ data }: { data: Rules }) {
  const { t } = useTranslation('law')
  const { q = '', group } = route.useSearch()
  const navigate = route.useNavigate()
  const wanted = q.trim().toLowerCase()
  const articles = articlesOf(data, (setting, heading) => (!group || setting.group === group)
    && (!wanted || `${setting.key} ${setting.name.zh} ${setting.name.en} ${setting.fills ?? ''} ${heading}`.toLowerCase().includes(wanted)))
  return (
    <>
      <div className="row wrap tools">
        <input
          className="in short"
          type="search"
          aria-label={t('console.q')}
          placeholder={t('console.q')}
          value={q}
          onChange={(event) => void navigate({ search: (old) => ({ ...old, q: event.target.value || undefined }), replace: true })}
        />
        <nav className="seg" aria-label={t('console.group')}>
          <Link
            to="/rules"
            search={(old) => ({ ...old, group: undefined })}
            activeProps={{}}
            className={group ? undefined : 'on'}
            aria-current={group ? undefined : 'true'}
          >
            {t('console.all')}
          </Link>
          {groups.map((one) => (
            <Link
              key={one}
              to="/rules"
              search={(old) => ({ ...old, group: one })}
              activeProps={{}}
              className={group === one ? 'on' : undefined}
              aria-current={group === one ? 'true' : undefined}
            >
              {t(`console.groups.${one}`)} {data.settings.filter((setting) => setting.group === one).length}
            </Link>
          ))}
        </nav>
      </div>
      {articles.length === 0 ? <Empty>{t('console.empty')}</Empty> : articles.map((article) => <OfArticle key={article.no ?? 0} article={article} open={Boolean(wanted)} />)}
    </>
  )
}
