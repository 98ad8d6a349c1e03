import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Words } from '../../kernel/words.ts'
import { call, get } from '../call.ts'
import { instantOf } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { client } from '../queries.ts'
import { useWords } from '../words.ts'

/** GET /api/messages */
type Messages = { rows: { id: string; case: string | null; number: string | null; words: Words; at: string; read: boolean }[] }

export function Bell() {
  const { t } = useTranslation('shell')
  const words = useWords()
  const { data } = useQuery({ queryKey: ['messages'], retry: false, queryFn: ({ signal }) => get<Messages>('/messages', signal) })
  const rows = data?.rows ?? []
  const unread = rows.filter(({ read }) => !read).length
  return (
    <Menu className={unread > 0 ? 'bell unread' : 'bell'} label={t('messages.label', { n: unread })} face={<Icon shape="bell" />}>
      {rows.length === 0 ? (
        <p className="s mute bd">{t('messages.none')}</p>
      ) : (
        <>
          {unread > 0 && (
            <button
              type="button"
              onClick={() =>
                void call('POST', '/messages/read', { body: {} }).then(() => client.invalidateQueries({ queryKey: ['messages'] }))
              }
            >
              {t('messages.readAll')}
            </button>
          )}
          <ul className="mine messages">
            {rows.slice(0, 12).map((row) => (
              <li key={row.id} className={row.read ? undefined : 'unread'}>
                {row.number ? (
                  <Link to="/cases/$number" params={{ number: row.number }}>
                    {words(row.words)}
                  </Link>
                ) : (
                  words(row.words)
                )}
                <small className="below faint">
                  {row.number} {instantOf(row.at, false)}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Menu>
  )
}
