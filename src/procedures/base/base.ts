/** Base 中试基地档案: Articles 4, 6, 8 and 12 to 20, as they fall upon one recognised base. It is opened by its recognition. */
import { asks, type Procedure } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { inspectedOnTheDay } from '../../settings/inspection-rules.ts'
import { notBy } from '../../settings/review-rules.ts'
import { registerNotAhead, somethingChanges } from '../../settings/conduct-base.ts'
import type { BaseCase, BaseCaseStatus, BaseRole } from './base.case.ts'
import type { BaseCommands } from './base.commands.ts'

type Steps = Procedure<BaseCase, BaseCaseStatus, BaseRole, BaseCommands, Record<string, never>>
const only = (zh: string, en: string, holds: (file: BaseCase) => boolean) => ({ says: { zh, en }, holds })
const isBuilding = only('该基地不在建设中。', 'The base is not being built.', ({ buildingSince }) => buildingSince !== null)
const isBuilt = only('尚未报告建成。', 'It has not been reported as built.', ({ building }) => (building?.report ?? null) !== null)
const isProposed = only('尚未核查并建议投入运行。', 'Nobody has checked it and proposed that it operates.', ({ building }) => (building?.proposal ?? null) !== null)
const notTheChecker = notBy(({ building }: BaseCase) => [building?.proposal?.by])
const live = { by: 'system', from: ['live'], to: 'live' } as const

export const base: Steps = {
  // 1. Recognition opens it, with what was recognised.
  open: { says: { zh: '建立中试基地档案', en: 'Open the base' }, by: 'system', from: [], to: 'live', law: 'Art. 10(4)' },

  // 2. The base and its host keep the register: what there is, who works there, what was done, with evidence.
  keepTable: { says: { zh: '登记档案', en: 'Keep the register' }, by: ['base.clerk', 'base.director', 'host.clerk', 'host.admin'], from: ['live'], to: 'live', law: 'Art. 12', concurrent: true, daily: true,
    requires: [
      asks(somethingChanges, ({ data }) => ({ put: data.put?.length ?? 0, drop: data.drop?.length ?? 0 })),
      asks(registerNotAhead, ({ case: file, data, today }) => ({ from: data.from ?? today, recognisedOn: file.recognisedOn, today })),
    ] },

  // What runs out is watched: those who have to act are told before, and it waits with them until it is seen to.
  remind: { says: { zh: '到期提醒', en: 'Remind of what runs out' }, ...live, law: 'setting:watch.days', effects: [{ zh: '列入依托单位待办，至办理完毕', en: 'It waits with the host until it is seen to' }] },
  watch: { says: { zh: '到期事项更新', en: 'What runs out has changed' }, ...live, law: 'setting:watch.days', daily: true },

  // 3. Major matters change it from their day on; the director is one of them.
  appointDirector: { says: { zh: '主任任职', en: 'A director begins' }, ...live, law: 'Art. 14' },
  endDirector: { says: { zh: '主任离任', en: 'A director leaves' }, ...live, law: 'Art. 14' },
  applyMatter: { says: { zh: '重大事项记入档案', en: 'A major matter enters the register' }, ...live, law: 'Art. 15' },
  takeEffect: { says: { zh: '重大事项生效', en: 'A major matter takes effect' }, ...live, law: 'Art. 15' },

  // 4. Commissioned to be built (Art. 11): it counts as being built until the city confirms that it operates.
  reportBuilt: { says: { zh: '报告建成', en: 'Report it as built' }, by: ['base.director', 'host.admin'], from: ['live'], to: 'live', law: 'Art. 11', signs: true, only: isBuilding, tells: ['county.officer', 'city.officer'] },
  proposeOperation: { says: { zh: '核查并建议投入运行', en: 'Check it and propose that it operates' }, by: ['county.officer', 'city.officer'], from: ['live'], to: 'live', law: 'Art. 7(3)', seen: 'authorities', only: isBuilt, tells: ['city.lead'],
    requires: [asks(inspectedOnTheDay, ({ data, today }) => ({ inspectedOn: data.checkedOn ?? today, on: today }))] },
  confirmOperation: { says: { zh: '确认投入运行', en: 'Confirm that it operates' }, by: 'city.lead', from: ['live'], to: 'live', law: 'Art. 6(3)', signs: true, only: isProposed, requires: [notTheChecker],
    effects: [{ zh: '基地状态由“建设中”转为“运行”', en: 'The base shows as operating instead of being built' }] },
  returnBuilt: { says: { zh: '退回继续建设', en: 'Send it back to be finished' }, by: ['city.officer', 'city.lead'], from: ['live'], to: 'live', law: 'Art. 11', only: isBuilt },

  // 5. Inspection holds it to its duties.
  hold: { says: { zh: '暂停', en: 'Suspend' }, ...live, law: 'Art. 6(3)' },
  lift: { says: { zh: '解除暂停', en: 'Lift the suspension' }, ...live, law: 'Art. 6(3)' },
  beginRectification: { says: { zh: '进入整改', en: 'Rectification begins' }, ...live, law: 'Art. 7(3)' },
  endRectification: { says: { zh: '整改结束', en: 'Rectification ends' }, ...live, law: 'Art. 7(3)' },
  recordInspection: { says: { zh: '检查结果', en: 'Result of an inspection' }, ...live, law: 'Art. 6(4)' },

  // 6. Years are graded, the award is paid, and a base may end.
  recordGrade: { says: { zh: '年度考核结果', en: 'Grade of a year' }, ...live, law: 'Art. 18' },
  recordAward: { says: { zh: '奖补', en: 'Award' }, ...live, law: 'Art. 20' },
  revoke: { says: { zh: '撤销中试基地资格', en: 'Revoke the base' }, by: 'system', from: ['live'], to: 'revoked', law: 'Art. 19', effects: [{ zh: '证书失效，主任任期、暂停和整改随之终止', en: 'The certificate is void; the term of the director, holds and rectifications end' }] },
  leave: { says: { zh: '退出', en: 'Leave' }, by: 'system', from: ['live'], to: 'left', law: 'Art. 15' },
}

export const baseWords: Words = { zh: '中试基地档案', en: 'Base' }
export const baseLaw: Basis[] = ['Art. 12']
export const baseStages: Words[] = [{ zh: '在册', en: 'On the register' }]
export const baseCaseStatuses = {
  live: { words: { zh: '在册', en: 'On the register' }, family: 'ok', stage: 0, earlier: { role: 'host.admin', asks: { zh: '办理到期事项（续期、换证、选聘或说明）', en: 'See to what runs out: renew, replace or appoint' }, steps: ['keepTable'], clock: 'applicant' } },
  revoked: { words: { zh: '已撤销', en: 'Revoked' }, family: 'void', stage: null },
  left: { words: { zh: '已退出', en: 'Left' }, family: 'void', stage: null },
} as const satisfies Record<BaseCaseStatus, unknown>
