/** Gaps around the register of bases: who keeps it, how long before an end one is told. */
import { flag } from './setting.ts'

export const baseSettings = {
  'access.own': flag(true, { fills: 'Art. 15', name: ['只办理本基地的事项', 'Everyone acts for their own base'], basis: ['办法以“中试基地提出、依托单位报送、组织管理部门审定”分工；各方只办理与本基地有关的事项', 'The text divides the work by base; each party acts for its own'] }),
  'register.selfKept': flag(true, { fills: 'Art. 12', name: ['档案由基地和依托单位登记', 'Base and host keep the register'], basis: ['办法未规定档案由谁登记；依托单位负责日常运营，如实登记并附证明，检查和考核时核对', 'The text does not say who keeps the register; the host runs the base and enters with evidence, checked in inspection and assessment'] }),
}
