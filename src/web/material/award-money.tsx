import { useTranslation } from 'react-i18next'
import { sumOf } from '../../settings/money.ts'
import { money } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Scroll } from '../parts/scroll.tsx'
import type { AwardFile } from './award.tsx'
import { Fact } from './fact.tsx'

/** What was claimed, what is deducted, what was paid and received. */
export function Claim({ file }: { file: AwardFile }) {
  const { t } = useTranslation('award')
  const { claim, payment, receipt } = file
  if (!claim) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('claim')}</h2>
        <Cite law="setting:award.sameItem" />
        <span className="grow" />
        <span className="s mute">{claim.on}</span>
      </div>
      <dl className="bd kv">
        <Fact name={t('payable')}>
          <b>{money(claim.payable)}</b> {t('unit')}{' '}
          {Number(claim.sameItem) > 0 && <span className="s mute">{t('lessSame', { amount: money(file.amount ?? '0'), same: money(claim.sameItem) })}</span>}
        </Fact>
        <Fact name={t('otherFunds')}>
          {claim.otherFunds &&
            (claim.otherFunds.length === 0 ? (
              <span className="mute">{t('noOthers')}</span>
            ) : (
              <ul className="list">
                {claim.otherFunds.map((one) => (
                  <li key={`${one.source} ${one.item}`}>
                    {one.source} · {one.item} · {money(one.amount)} · {t(one.sameItem ? 'sameItem' : 'otherItem')}
                  </li>
                ))}
              </ul>
            ))}
        </Fact>
        <Fact name={t('accountName')}>{claim.accountName}</Fact>
        <Fact name={t('account')}>
          {claim.tail && (
            <>
              <span className="mono">**** **** {claim.tail}</span> <span className="s mute">{receipt ? t('gone') : t('accountNote')}</span>
            </>
          )}
        </Fact>
        <Fact name={t('receiptNo')}>{claim.receiptNo}</Fact>
        <Fact name={t('plan')}>
          <span className="prose">{claim.plan}</span>
        </Fact>
        <Fact name={t('payment')}>
          {payment && (
            <>
              <b>{money(payment.amount)}</b> {payment.paidOn} · {t('voucher')} {payment.voucher}
            </>
          )}
        </Fact>
        <Fact name={t('receipt')}>{receipt && `${receipt.receivedOn} · ${receipt.signedBy} · ${t('reportBy', { day: receipt.reportBy })}`}</Fact>
      </dl>
    </section>
  )
}

/** The report on the use, use by use with its sum. */
export function Use({ file }: { file: AwardFile }) {
  const { t } = useTranslation('award')
  const { report, check } = file
  if (!report) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('report')}</h2>
        <Cite law="setting:award.reportMonths" />
        <span className="grow" />
        <span className="s mute">{report.on}</span>
      </div>
      <div className="bd stack">
        <Scroll label={t('uses')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('use')}</th>
                <th scope="col">{t('uses')}</th>
                <th scope="col" className="num">
                  {t('amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {report.uses.map((one) => (
                <tr key={`${one.kind} ${one.what}`}>
                  <td>{t(`kinds.${one.kind}`)}</td>
                  <td>{one.what}</td>
                  <td className="num">{money(one.amount)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('sum')}
                </th>
                <td className="num">
                  <b>{money(sumOf(report.uses.map(({ amount }) => amount)) / 100)}</b>
                </td>
              </tr>
            </tfoot>
          </table>
        </Scroll>
        <dl className="kv">
          <Fact name={t('effect')}>
            <span className="prose">{report.effect}</span>
          </Fact>
          <Fact name={t('check')}>
            {check && (
              <>
                <span className="prose">{check.evaluation}</span>{' '}
                <span className="s mute">
                  {check.by} {check.on}
                </span>
              </>
            )}
          </Fact>
        </dl>
      </div>
    </section>
  )
}
