import { useTranslation } from 'react-i18next'
import type { Field, Row, Section as SectionOf, Table, Test, Value } from '../../procedures/recognition/recognition.form.grammar.ts'
import type { Words } from '../../kernel/words.ts'
import { amount, instantOf, money, sizeOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Empty } from '../parts/states.tsx'
import { useWords } from '../words.ts'
import type { ApplicationView } from './application.query.ts'

/** Names of organisations, by id. */
type Names = Readonly<Record<string, string>>

/** One section as it was submitted: fields in pairs, tables with their totals. What does not apply says why. */
export function Section({
  section,
  view,
  names,
}: {
  section: SectionOf
  view: Pick<ApplicationView, 'data' | 'form' | 'computed'>
  names?: Names
}) {
  const words = useWords()
  const why = notApplying(section.appliesWhen, view.data)
  const answers = view.data[section.id] ?? {}
  return (
    <section className="form-section" id={`section-${section.id}`}>
      <h2 className="row">
        {section.id}　{words(section.words)}
        {section.law && <Cite law={section.law} />}
      </h2>
      {why ? (
        <NotApplicable why={why} />
      ) : (
        <>
          <dl className="pairs">
            {section.fields
              .filter(({ type, computed, id }) => type !== 'attachment' && (!computed || view.computed?.[`${section.id}.${id}`] != null))
              .map((field) => {
                const off = notApplying(field.appliesWhen, view.data)
                return (
                  <div
                    key={field.id}
                    className={field.type === 'longText' ? 'wide-field' : undefined}
                    id={`field-${section.id}.${field.id}`}
                  >
                    <dt>{words(field.words)}</dt>
                    <dd>
                      {off ? (
                        <NotApplicable why={off} />
                      ) : (
                        <Answer
                          field={field}
                          names={names}
                          value={(field.computed ? view.computed?.[`${section.id}.${field.id}`] : answers[field.id]) as Value | undefined}
                        />
                      )}
                    </dd>
                  </div>
                )
              })}
          </dl>
          {section.tables.map((table) => (
            <TableOf
              key={table.id}
              table={table}
              names={names}
              rows={(answers[table.id] as readonly Row[] | undefined) ?? []}
              why={notApplying(table.appliesWhen, view.data)}
            />
          ))}
          {section.id === 'M' && view.form.commitments.length > 0 && (
            <ol className="commitments">
              {view.form.commitments.map((one) => (
                <li key={one.en}>{words(one)}</li>
              ))}
            </ol>
          )}
        </>
      )}
    </section>
  )
}

function NotApplicable({ why }: { why: Words }) {
  const { t } = useTranslation('case')
  const words = useWords()
  return (
    <p className="s faint">
      {t('material.notApplicable')} · {words(why)}
    </p>
  )
}

function TableOf({ table, rows, why, names }: { table: Table; rows: readonly Row[]; why: Words | null; names: Names | undefined }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const isNumber = (column: Field) => ['money', 'number', 'integer', 'area', 'percent'].includes(column.type)
  return (
    <div className="form-table">
      <h3>
        {words(table.words)} <span className="faint s">{t('material.rows', { n: rows.length })}</span>
      </h3>
      {why ? (
        <NotApplicable why={why} />
      ) : (
        rows.length > 0 && (
          <div className="scroll" tabIndex={0} role="region" aria-label={words(table.words)}>
            <table>
              <thead>
                <tr>
                  {table.columns.map((column) => (
                    <th key={column.id} scope="col" className={isNumber(column) ? 'num' : undefined}>
                      {words(column.words)}
                      {column.unit && <small className="faint"> {words(column.unit)}</small>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    {table.columns.map((column) => (
                      <td key={column.id} className={isNumber(column) ? 'num' : undefined}>
                        <Answer field={column} names={names} value={row[column.id]} bare />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              {table.totals.length > 0 && (
                <tfoot>
                  <tr>
                    {table.columns.map((column, index) => (
                      <td key={column.id} className={isNumber(column) ? 'num' : undefined}>
                        {table.totals.includes(column.id) ? (
                          <b>{column.type === 'money' ? money(sumOf(rows, column.id)) : amount(sumOf(rows, column.id))}</b>
                        ) : (
                          index === 0 && <b>{t('material.total')}</b>
                        )}
                      </td>
                    ))}
                  </tr>
                </tfoot>
              )}
            </table>
          </div>
        )
      )}
    </div>
  )
}

/** A value as people read it: money with two decimals, choices by their word, nothing as a dash. */
export function Answer({ field, value, bare, names }: { field: Field; value: Value | undefined; bare?: boolean; names?: Names }) {
  const { t } = useTranslation(['case', 'shell'])
  const words = useWords()
  if (value === undefined || value === null || value === '') return <span className="faint">{t('shell:none')}</span>
  const unit = !bare && field.unit ? ` ${words(field.unit)}` : ''
  if (typeof value === 'boolean') return value ? t('material.yes') : t('material.no')
  if (typeof value === 'number') return `${field.type === 'money' ? money(value) : field.type === 'year' ? value : amount(value)}${unit}`
  if (field.type === 'org') return names?.[value] ?? value
  const option = field.options?.find((one) => one.value === value)
  return <span className="prose">{option ? words(option.words) : `${value}${unit}`}</span>
}

/** Attachments by code, each with what is looked at in it; what was not handed in or does not apply says so. */
export function Attachments({ view }: { view: Pick<ApplicationView, 'files' | 'form'> & Partial<Pick<ApplicationView, 'data'>> }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const { attachments } = view.form
  if (view.files.length === 0) return <Empty>{t('material.filesNone')}</Empty>
  const codes = new Set(attachments.map(({ code }) => code))
  const others = view.files.filter(({ attachment }) => attachment === null || !codes.has(attachment))
  return (
    <section className="form-section">
      <h2>{t('material.files')}</h2>
      <ol className="attachments">
        {attachments.map((one) => {
          const files = view.files.filter(({ attachment }) => attachment === one.code)
          const off = view.data ? notApplying(one.appliesWhen, view.data) : null
          return (
            <li key={one.code} id={`attachment-${one.code}`}>
              <div className="row wrap tight">
                <b className="mono">{one.code}</b>
                <b>{words(one.words)}</b>
                {one.law && <Cite law={one.law} />}
              </div>
              {files.length > 0 && (
                <p className="s mute">
                  <Icon shape="eye" /> {words(one.check)}
                </p>
              )}
              {files.length > 0 ? (
                <Files files={files} />
              ) : off ? (
                <NotApplicable why={off} />
              ) : (
                <p className="s faint">{t('material.fileNone')}</p>
              )}
            </li>
          )
        })}
        {others.length > 0 && (
          <li>
            <b>{t('material.filesOther')}</b>
            <Files files={others} />
          </li>
        )}
      </ol>
    </section>
  )
}

function Files({ files }: { files: ApplicationView['files'] }) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <Icon shape="file" />
          <span className="grow">
            <a href={`/api/files/${file.id}`} download={file.name}>
              {file.name}
            </a>
            <small className="below faint">
              {[
                file.name.match(/\.(\w+)$/)?.[1]?.toUpperCase(),
                file.size !== undefined && sizeOf(file.size),
                file.by,
                file.at && instantOf(file.at, false),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}

const sumOf = (rows: readonly Row[], column: string) =>
  rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? Math.round((row[column] as number) * 100) : 0), 0) / 100

/** The form carries its conditions as data; here they only hide what the applicant was not asked. */
function notApplying(condition: { when: Test; otherwise: Words } | undefined, data: ApplicationView['data']): Words | null {
  return condition && !passes(condition.when, data) ? condition.otherwise : null
}

function passes(test: Test, data: ApplicationView['data']): boolean {
  if ('any' in test) return test.any.some((one) => passes(one, data))
  if ('all' in test) return test.all.every((one) => passes(one, data))
  if ('column' in test) return true
  const [section = '', field = ''] = test.path.split('.')
  const value = data[section]?.[field]
  return test.is.some((wanted) => wanted === value)
}
