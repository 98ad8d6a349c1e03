import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../../src/contract.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { disassemble } from '../../src/procedures/recognition/recognition.draft.ts'
import { form2026A } from '../../src/procedures/recognition/recognition.form.ts'
import type { Field, Row } from '../../src/procedures/recognition/recognition.form.grammar.ts'
import { panelReviewExamples } from '../../src/procedures/panel-review/panel-review.examples.ts'
import { asksComment, rubric2026, rubricItems } from '../../src/settings/rubric-2026.ts'
import { siteVisit2026 } from '../../src/settings/site-visit-2026.ts'
import { expertName } from '../casework.ts'
import { demoApplication } from '../town.ts'
import { chooses, opensFromWorklist, opensStep, receives, sees, signs, signsInByHand, takes } from './acts.ts'
import { openStage, phone, type Seat, type Stage, today, unmeant } from './stage.ts'

let stage: Stage
const seats: Record<string, Seat> = {}
const application = demoApplication('iron', { on: today, org: 'org-iron' })
const equipment = application.data.E?.equipment as Row[]
const equipmentTable = form2026A.sections.find(({ id }) => id === 'E')!.tables.find(({ id }) => id === 'equipment')!
const name = '晋中市玛钢精密铸造中试基地'
let id = ''
let number = ''
let panel = { id: '', number: '' }

beforeAll(async () => { stage = await openStage() })
afterEach(async ({ task }) => { if (task.result?.state === 'fail' && process.env.FAILED) await stage.lookBack(process.env.FAILED) })
afterAll(() => stage.close())

const at = async (username: string) => (seats[username] ??= await stage.seat(username))
const openCase = async (username: string, path = `/work/cases/${number}`): Promise<Page> => {
  const { page } = await at(username)
  await page.goto(path)
  return page
}

test('Art. 10(1): the host fills in the form, and submits when the pre-check finds nothing that blocks', async () => {
  seats['host.iron'] = await stage.seat()
  const { page, context } = seats['host.iron']
  await signsInByHand(page, 'host.iron', stage.password)
  await page.getByRole('link', { name: '申报', exact: true }).click()
  await page.getByRole('button', { name: '新开申报' }).click()
  await page.waitForURL(/\/apply\/RD-/)
  number = page.url().match(/RD-\d{4}-\d{4}/)![0]
  id = ((await (await context.request.get(`/api/cases/${number}`)).json()) as { case: { id: string } }).case.id

  // The bulk of the form; a name, a row and a pasted block are left for the hands.
  const typed = ['A.direction', 'D.address']
  const [row, ...pastedRows] = equipment.slice(-3)
  const left = new Set(equipment.slice(-3).map((one) => `E.equipment.${one.id}`))
  const changes = Object.entries(disassemble(application.data)).filter(([path]) => !typed.includes(path) && ![...left].some((one) => path === one || path.startsWith(`${one}.`))).map(([path, value]) => ({ path, value }))
  const { version } = (await (await context.request.get(`/api/cases/${id}/draft`)).json()) as Draft
  const saved = await (await context.request.put(`/api/cases/${id}/draft`, { data: { base: version, changes } })).json() as { refused: unknown[]; conflicts: unknown[] }
  expect([saved.refused, saved.conflicts]).toEqual([[], []])
  const host = await stage.town.as('host.iron')
  for (const file of application.attachments.filter(({ attachment }) => attachment !== 'A01')) await host.attaches(id, file.attachment!, file.name, plainPdf([file.attachment!]))

  await page.goto(`/work/apply/${number}#A`)
  await page.getByLabel('核心研究方向', { exact: false }).first().fill(String(application.data.A?.direction))
  await page.getByRole('heading', { name: `${name} 认定申报书` }).waitFor()
  await goesToSection(page, 'D')
  await page.locator('[data-path="D.address"]').getByRole('textbox').fill(String(application.data.D?.address))

  await goesToSection(page, 'E')
  const table = page.locator('[data-path="E.equipment"]')
  await table.getByRole('button', { name: '增加一行' }).click()
  const detail = page.getByRole('region', { name: new RegExp(`^第 ${equipment.length - 2} 行`) })
  await detail.waitFor()
  for (const column of equipmentTable.columns) if (row![column.id] !== undefined) await fillsIn(page, detail.locator(`[data-path$=".${column.id}"]`), column, row![column.id])
  await table.getByRole('button', { name: '粘贴 Excel' }).click()
  await page.getByLabel('粘贴在这里').fill(sheetOf(pastedRows))
  await sees(page, '可加入 2 行，已按列名对应')
  await page.getByRole('button', { name: '加入', exact: true }).click()
  await sees(table, '已填入 2 行。')
  await sees(table, `合计 ${equipment.length} 行`)

  const code = form2026A.attachments.find((one) => one.code === 'A01')!
  await goesToSection(page, code.section)
  const place = page.locator('[data-path="attachments.A01"]')
  await place.locator('input[type=file]').setInputFiles({ name: '法人证书（喆堃㎡）.pdf', mimeType: 'application/pdf', buffer: plainPdf(['A01', 'certificate']) })
  await place.getByRole('link', { name: '法人证书（喆堃㎡）.pdf' }).waitFor()
  await place.getByText('已交 1 份').waitFor()

  await page.locator('[data-saved="yes"]').waitFor()
  await sees(page.getByRole('complementary', { name: '预审' }), '须补 0')
  await page.getByRole('button', { name: '提交申请' }).click()
  const dialog = page.getByRole('dialog')
  await sees(dialog, '申报书冻结为提交版本，附指纹')
  await dialog.getByLabel('已阅读并作出申报承诺').check()
  await signs(dialog, '提交申请')
  await page.getByRole('heading', { name: '已提交' }).waitFor()
  await sees(page, '经过指纹')
  await sees(page, `随案文件 ${application.attachments.length} 份`)
  expect(unmeant(seats['host.iron'])).toEqual([])
})

test('Art. 10(2): the county officer completes the three checklists beside the material, its lead recommends with written reasons', async () => {
  const officer = await at('county.taigu')
  await opensFromWorklist(officer.page, number)
  await takes(officer.page, '完成初审核查', async (step) => {
    for (let list = 0; list < 3; list++) await step.getByRole('button', { name: /^全部为/ }).first().click()
    await step.getByLabel('拟推荐意见').fill('材料真实、完整、规范，拟予推荐。')
  })
  const lead = await at('county.taigu.lead')
  await opensFromWorklist(lead.page, number)
  await takes(lead.page, '推荐', async (step) => {
    // What is judged is asked for in writing, before it is pressed.
    await sees(step, '须写的说明')
    const reasons = step.locator('.reasons textarea')
    expect(await reasons.count()).toBe(2)
    for (const reason of await reasons.all()) await reason.fill('经核查和集体研究，事实清楚，予以认可。')
    await step.getByLabel('推荐意见').fill('材料真实、完整、规范，同意推荐。')
  })
  for (const one of [officer, lead]) expect(unmeant(one)).toEqual([])
})

test('Arts. 10(3), 11: the city officer answers F01 to F15, accepts and assigns to a batch', async () => {
  const { page } = await at('city.officer')
  await page.goto('/work/batches')
  await page.getByRole('button', { name: '新增批次' }).click()
  await page.getByLabel('批次名称').fill('2027 年第一批')
  await page.getByRole('dialog').getByRole('textbox', { name: /^截止/ }).fill('2027-03-31')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await sees(page.getByRole('table'), '2027 年第一批')

  await opensFromWorklist(page, number)
  await takes(page, '形式审查通过，受理', async (step) => {
    await step.getByRole('button', { name: /^全部为/ }).click()
    await sees(step, /15 \/ 15/)
  })
  await takes(page, '编入评审批次', (step) => step.getByLabel('评审批次').selectOption({ label: '2027 年第一批' }))
  await sees(page, '待评审')
})

test('Art. 10(3): a panel is convened, every expert declares before the file opens, scores are sealed, the panel concludes', async () => {
  const { page } = await at('city.officer')
  await page.goto('/work/cases?procedure=panel-review')
  await page.getByRole('button', { name: /组织评审/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('评审会名称').fill('2027 年第一批中试基地认定会议评审')
  await dialog.getByLabel(new RegExp(name)).check()
  await dialog.getByLabel('评审组人数').fill('7')
  await dialog.getByRole('button', { name: '组织评审' }).click()
  await page.waitForURL(/\/cases\/PS-/)
  const panelNumber = page.url().match(/PS-\d{4}-\d{4}/)![0]
  panel = { number: panelNumber, id: (await (await stage.town.as('city.officer')).detail(panelNumber)).case.id }
  // What the draw would give can be looked at before anything is committed to.
  await page.goto(`/work/cases/${panel.number}/draw`)
  await sees(page, '现在可以抽出合乎规则的评审组。')
  await page.goto(`/work/cases/${panel.number}`)
  await takes(page, '封存抽取')
  await sees(page, '承诺值已记录，待机关纪委见证。')

  const supervisor = await at('city.supervisor')
  await supervisor.page.goto('/work/draws')
  await supervisor.page.getByRole('region', { name: '等您见证' }).getByRole('link', { name: '去见证' }).click()
  const step = supervisor.page.locator('[data-step]')
  await step.getByLabel('见证数').fill('骰子 3 5 2 6')
  await signs(step, '见证抽取')
  await receives(supervisor.page, '见证抽取')
  expect(unmeant(supervisor)).toEqual([])

  await page.goto(`/work/cases/${panel.number}`)
  await takes(page, '揭示结果')
  await page.getByRole('region', { name: '专家抽取' }).getByRole('link', { name: '抽取经过与说明' }).click()
  await sees(page, '系统用同一记录重算：一致')
  const [record] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载抽取记录' }).click()])
  expect(execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'recompute-draw.mjs'), await record.path()], { encoding: 'utf8' })).toContain('一致 / the record agrees')
  await page.goto(`/work/cases/${panel.number}`)
  await takes(page, '开始评审')
  const { members: seated } = (await (await stage.town.as('city.officer')).detail(panelNumber)).case.file as { members: { person: string }[] }
  const members = seated.map(({ person }) => expertName(person))

  const expert = await at(members[0]!)
  await expert.page.goto('/work/')
  await expert.page.waitForURL(/\/work\/tasks/)
  await expert.page.getByRole('link', { name: '声明' }).click()
  await expert.page.getByRole('heading', { name: '先声明，再看材料' }).waitFor()
  await sees(expert.page, '声明以前只显示申报单位的名称')
  // Nothing but the host is known before.
  expect(await expert.page.locator('main').textContent()).not.toContain(name)
  const groups = expert.page.getByRole('radiogroup')
  for (let question = 0; question < 5; question++) await groups.nth(question).getByText('没有', { exact: true }).click()
  await expert.page.getByRole('button', { name: '声明并打开材料' }).click()
  await scoresByHand(expert.page)

  for (const member of members.slice(1)) {
    const client = await stage.town.as(member)
    await client.did(panel.id, 'declareConflict', { ...panelReviewExamples.declareConflict, about: id })
    await client.did(panel.id, 'score', { ...panelReviewExamples.score, about: id })
  }
  await page.goto(`/work/cases/${panel.number}`)
  await takes(page, '结束评分')
  await takes(page, '形成评审结论', async (step) => {
    await chooses(step, /^入围/, '入围')
    await step.getByLabel('意见').fill('评审组认为该申报符合条件，建议列入现场考察。')
  })
  await page.goto(`/work/cases/${number}`)
  await sees(page, '待考察')
  expect(unmeant(expert)).toEqual([])
})

test('Art. 10(3): the host is told of the visit, and has the notice as a paper', async () => {
  const page = await openCase('city.officer')
  await takes(page, '通知现场考察', async (step) => {
    await step.getByRole('textbox', { name: /^拟考察日期/ }).fill('2026-11-26')
    await step.getByLabel(/^带队人/).fill('赵明')
    await step.getByLabel(/^考察内容/).fill('实地查看场地、设备和账目，请备好证照和台账。')
    await step.getByLabel(/^联系人/).fill('赵明 0354-0000000')
  })
  const host = await openCase('host.iron')
  await host.getByRole('region', { name: '文书' }).getByText('现场考察通知书').waitFor()
})

test('Art. 10(3): the site visit is recorded on a phone, with a photo and what differs', async () => {
  const seat = await stage.seat('city.officer', { viewport: phone })
  const { page } = seat
  await page.goto(`/work/cases/${number}`)
  await page.getByRole('link', { name: '记录现场考察' }).click()
  for (const [index, block] of siteVisit2026.blocks.entries()) {
    for (const check of block.checks) {
      const card = page.getByRole('region', { name: check.words.zh, exact: true })
      await card.waitFor()
      if (check.kind === 'figure') {
        const declared = (await card.locator('.cmp b').first().textContent())!.replaceAll(',', '')
        const field = card.getByLabel(`${check.words.zh} 核实值`)
        if (check.id === 'S1.1') {
          // Half of what was declared: told at once, and corrected.
          await field.fill(String(Number(declared) / 2))
          await sees(card, '差异超过 5%，将列入差异清单。请写原因。')
        }
        await field.fill(declared === '—' ? '100' : declared)
      }
      if (check.kind === 'sample') await card.getByLabel('核实值').fill('抽查属实')
      await card.getByText('符合', { exact: true }).click()
    }
    if (index === 0) {
      await page.locator('input[type=file]').first().setInputFiles({ name: 'gate.png', mimeType: 'image/png', buffer: onePixel })
      await sees(page, '已同步')
      await page.locator('.pics img').waitFor()
    }
    await page.getByLabel(`${block.id} 打分`).fill(String(block.points - 1))
    await page.getByRole('button', { name: siteVisit2026.blocks[index + 1] ? `下一部分 ${siteVisit2026.blocks[index + 1]!.id}` : '结论与签字' }).last().click()
  }
  for (const [index, [person, org]] of [['赵明', '市科技局'], ['钱立', '评审专家'], ['孙正', '太谷区科技部门']].entries()) {
    await page.getByLabel(`成员 ${index + 1}`).fill(person!)
    await page.getByLabel('单位').nth(index).fill(org!)
  }
  await chooses(page, '发现重大隐患', '否')
  await chooses(page, '考察结论', siteVisit2026.outcomes[0]!.words.zh)
  await page.getByLabel('考察组意见').fill('现场与申报一致。')
  // Two sign with a finger, one of whom writes again; the third confirms the name.
  const writes = async (name: string) => {
    const pad = page.getByRole('img', { name: `${name} 的签字区` })
    await pad.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await pad.boundingBox())!
    await page.mouse.move(x + width * 0.2, y + height * 0.3)
    await page.mouse.down()
    for (const [right, down] of [[0.4, 0.7], [0.6, 0.2], [0.8, 0.6]] as const) await page.mouse.move(x + width * right, y + height * down, { steps: 4 })
    await page.mouse.up()
  }
  await writes('赵明')
  await page.locator('.signature').filter({ hasText: '赵明' }).getByRole('button', { name: '重写' }).click()
  await writes('赵明')
  await writes('钱立')
  await chooses(page, '孙正 怎样签字', '确认姓名')
  await page.getByLabel('本人 孙正 确认以上记录并签字').check()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/visit-signed.png`, fullPage: true })
  await page.getByRole('button', { name: '签署考察记录' }).click()
  // The host was told this morning, not three working days ahead: the reason is asked for in place.
  await page.getByLabel(/^说明：.*工作日/).fill('与依托单位商定当日考察。')
  await page.getByRole('button', { name: '签署考察记录' }).click()
  await page.getByRole('heading', { name: /^已(办理|签署)：记录现场考察/ }).waitFor()
  await page.goto(`/work/cases/${number}`)
  await sees(page, '待拟定')
  const { signatures } = ((await (await stage.town.as('city.officer')).detail(number)).case.file.visit as { signatures: { name: string; strokes?: number[][]; typed?: true }[] })
  expect(signatures.map(({ name, strokes, typed }) => [name, strokes?.length, typed])).toEqual([['赵明', 1, undefined], ['钱立', 1, undefined], ['孙正', undefined, true]])
  expect(unmeant(seat, /^422 POST /)).toEqual([])
  await seat.leaves()
})

test('Arts. 10(4), 22: the lead is refused for want of an authority basis, word for word; once two people have recorded one, it is approved', async () => {
  const officer = await openCase('city.officer')
  await takes(officer, '拟定结果', async (step) => {
    await chooses(step, '拟定结果', '拟认定')
    await step.getByLabel(/^择优理由/).fill('服务我市重点产业链短板，带动作用明显。')
  })

  const lead = await openCase('city.lead')
  const shut = lead.getByRole('region', { name: '现在还不能办理' })
  await shut.getByRole('heading', { name: '批准' }).waitFor()
  // The dialog can still be asked for by its address: it shows what it would take, and refuses with every ground.
  await lead.goto(`/work/cases/${number}?step=approve`)
  const step = lead.locator('[data-step]')
  await step.getByLabel('会议纪要编号').fill('局务会纪要〔2026〕18号')
  await step.getByLabel('会议日期').fill(today)
  for (const reason of await step.locator('.reasons textarea').all()) await reason.fill('符合择优条件，集体研究同意。')
  await signs(step, '批准')
  const grounds = step.getByRole('alert')
  await sees(grounds, '现在不能签署：1 项')
  const told = await (await stage.town.as('city.lead')).step(id, 'approve', { minutes: { number: '局务会纪要〔2026〕18号', heldOn: today }, reasons: { meritChosen: '符合择优条件，集体研究同意。' } })
  const [ground] = told.body.refusals!
  expect([told.status, ground?.law]).toEqual([422, 'Art. 22'])
  await lead.goto(`/work/cases/${number}`)
  await shut.getByText(ground!.reason, { exact: true }).waitFor()
  await lead.goBack()
  await signs(step, '批准')
  await grounds.getByText(ground!.reason, { exact: true }).waitFor()
  await grounds.getByRole('button', { name: '查看 第二十二条' }).waitFor()

  await officer.goto('/work/rules?tab=bases')
  await officer.getByRole('button', { name: '登记续行依据' }).click()
  const proposal = officer.getByRole('dialog')
  await proposal.getByLabel('种类').selectOption({ label: '局党组决定' })
  await proposal.getByLabel('文件名称').fill('局党组关于参照执行的决定（演示）')
  await proposal.getByLabel('有效至').fill('2027-12-31')
  await proposal.getByLabel('自何日起').fill('2025-01-21')
  await proposal.getByLabel('依据文件').fill('局党组会议纪要（演示）')
  await proposal.getByRole('button', { name: '提出，送签署' }).click()
  await officer.waitForURL(/\/cases\/GZ-/)
  const change = officer.url().match(/GZ-\d{4}-\d{4}/)![0]

  // What was typed before the refusal is still there.
  await lead.goto(`/work/cases/${change}`)
  await takes(lead, '签署生效')
  await lead.goto(`/work/cases/${number}`)
  const again = await opensStep(lead, '批准')
  expect(await again.getByLabel('会议纪要编号').inputValue()).toBe('局务会纪要〔2026〕18号')
  await signs(again, '批准')
  await receives(lead, '批准')
  expect(unmeant(await at('city.lead'), /^422 POST .*\/steps\/approve$/)).toEqual([])
})

test('Art. 10(4): the notice stands on the portal without scripts, the clock moves past it, the base is recognised and registered', async () => {
  const officer = await openCase('city.officer')
  await takes(officer, '公示')
  await sees(officer, '公示中')

  const citizen = await stage.seat(undefined, { javaScriptEnabled: false })
  await citizen.goes('/')
  await citizen.page.getByRole('link', { name: /公示/ }).first().click()
  await citizen.page.getByRole('link', { name: /中试基地/ }).first().click()
  await sees(citizen.page, name)

  const lead = await openCase('city.lead')
  await lead.getByLabel('到指定日期').fill('2026-11-30')
  await lead.getByRole('button', { name: '前进' }).click()
  const happened = lead.getByRole('dialog', { name: '至 2026-11-30 期间发生' })
  await sees(happened, '结束公示')
  await happened.getByRole('button', { name: '关闭' }).click()
  await takes(lead, '签发认定')
  await sees(lead, '已认定')

  const recognition = (await (await stage.town.as('host.iron')).detail(id)).case.file.recognition as { baseId: string; certificateNo: string; name: string }
  expect(recognition.name).toBe(name)
  await citizen.goes('/bases')
  await citizen.page.getByRole('link', { name }).first().click()
  expect(citizen.page.url()).toContain(`/bases/${recognition.baseId}`)
  await sees(citizen.page, recognition.certificateNo)
  await citizen.goes('/verify')
  await citizen.page.getByLabel('证书号').fill(recognition.certificateNo)
  await citizen.page.getByRole('button', { name: '验证', exact: true }).click()
  await sees(citizen.page, name)
  for (const one of [citizen, await at('city.officer')]) expect(unmeant(one)).toEqual([])
})

const goesToSection = async (page: Page, section: string) => {
  await page.getByRole('navigation', { name: '申报书章节' }).getByRole('link', { name: new RegExp(`^${section}`) }).click()
  await page.locator(`[data-path="${section}"], [data-path^="${section}."]`).first().waitFor()
}

/** A cell in the detail of a row, by the control that its type has. */
async function fillsIn(_page: Page, box: ReturnType<Page['locator']>, column: Field, value: unknown) {
  if (column.type === 'bool') return box.getByText(value ? '是' : '否', { exact: true }).click()
  if (column.type === 'enum') return box.getByRole('combobox').selectOption(String(value))
  return box.getByRole('textbox').first().fill(String(value))
}

/** As a spreadsheet hands it over: names of the columns, then the rows. */
function sheetOf(rows: readonly Row[]): string {
  const columns = equipmentTable.columns.filter(({ id, type }) => type !== 'file' && rows.some((row) => row[id] !== undefined))
  const cell = (column: Field, value: unknown) => (value === undefined ? '' : typeof value === 'boolean' ? (value ? '是' : '否') : column.options?.find((one) => one.value === value)?.words.zh ?? String(value))
  return [columns.map(({ words }) => words.zh), ...rows.map((row) => columns.map((column) => cell(column, row[column.id])))].map((cells) => cells.join('\t')).join('\n')
}

/** All items of the rubric: the first with the mouse, the others with digits; a comment where the band asks for one. */
async function scoresByHand(page: Page) {
  await page.getByRole('region', { name: '评分项' }).waitFor()
  for (const [index, item] of rubricItems.entries()) {
    const row = page.locator(`[data-item="${item.id}"]`)
    const points = [...Array(item.points).keys()].reverse().find((one) => one < 10 && !asksComment(item, one)) ?? item.points - 1
    if (await row.locator('.itemhead').getAttribute('aria-expanded') !== 'true') await row.locator('.itemhead').click()
    if (index === 0) await row.getByRole('radiogroup').getByText(String(points), { exact: true }).click()
    else {
      await row.locator('.itemhead').focus()
      await page.keyboard.press(String(points))
    }
    if (asksComment(item, points)) await row.getByLabel('意见（首档、末档须写）').fill('材料充分，现场可核。')
  }
  await sees(page, `已评 ${rubricItems.length} / ${rubricItems.length} 项`)
  for (const veto of rubric2026.vetoes) await page.locator(`[data-item="${veto.id}"]`).getByText('否', { exact: true }).click()
  await chooses(page, '推荐意见', rubric2026.recommendations[0]!.words.zh)
  await page.getByLabel('书面意见').fill(panelReviewExamples.score.opinion)
  await page.getByRole('button', { name: '提交评分' }).click()
  await sees(page, '评分已提交并封存。')
}

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
