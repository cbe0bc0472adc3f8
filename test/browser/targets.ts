// The tests of targets on the page, from the director’s year down to a number in a rep’s form. With PICTURES=folder they take the managers’ pictures.
import type { Locator, Page } from 'playwright-core'
import { test } from 'vitest'
import { type DemoPage, type } from './demo-page.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000

/** Types the command, and returns the modal that opens. */
async function open(page: Page, place: string, command: string): Promise<Locator> {
  await type(page, command)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(place).first().waitFor()
  return dialog
}

async function choose(page: Page, dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const press = (dialog: Locator, name: string) =>
  dialog.getByRole('button', { name, exact: true }).last().click()

export function targets({ look }: DemoPage): void {
  test(
    'the manager’s morning says who is missing and who is behind',
    async () => {
      for (const [userId, locale, folder, said] of [
        ['U0MARTA', 'en', '', 'Not in yet'],
        ['U0LIU', 'zh-CN', 'zh-CN/', '未提交'],
      ] as const) {
        const page = await look(`${userId}/app`, { locale })
        const morning = page.getByRole('article').filter({ hasText: said }).last()
        await morning.waitFor()
        await picture(page, `${folder}morning`, morning)
        await page.close()
      }
    },
    2 * MINUTES,
  )

  test(
    'the director raises the year: each team’s part is seen before it is saved, and by hand calculated anew',
    async () => {
      const page = await look('U0GRACE/C0SALES')
      const form = await open(page, 'shared out over the teams below', '/kpi target')
      await choose(page, form, 'What for', 'New customers')
      await choose(page, form, 'When', '2026')
      await form.getByLabel('Target', { exact: true }).fill('1000')
      await form.getByLabel(/^Why/).fill('The new product')
      await press(form, 'Preview')
      await form.getByText('420 so far').first().waitFor()
      const atlantic = form.getByLabel(/^Atlantic: /)
      await atlantic.waitFor()
      await form.getByLabel(/^华东团队: /).waitFor()
      await picture(page, 'target-teams')
      await atlantic.fill('700')
      await press(form, 'Save')
      await form.getByLabel(/^华东团队: 300/).waitFor()
      await press(form, 'Save')
      await form.getByText('/kpi target history').waitFor()
      await press(form, 'Close')
      await page.close()
    },
    2 * MINUTES,
  )

  test(
    'a manager sets the month; the rep is told, has the day’s target in the form, and asks why',
    async () => {
      const managers = await look('U0MARTA/C0ATLANTIC')
      const target = await open(managers, 'Atlantic', '/kpi target')
      await choose(managers, target, 'What for', 'Calls')
      await choose(managers, target, 'When', 'November 2026')
      await target.getByLabel('Target', { exact: true }).fill('4400')
      await target.getByLabel(/^Why/).fill('The fair in December')
      await press(target, 'Preview')
      await target.getByLabel(/^Jonas Brandt: 880 \(800 so far\)/).waitFor()
      await picture(managers, 'target-preview')
      await press(target, 'Save')
      await target.getByText('5 people are told privately').waitFor()
      await press(target, 'Close')
      await managers.close()

      const page = await look('U0JONAS/app')
      const told = page.getByRole('article').filter({ hasText: 'changed your target' })
      await told.filter({ hasText: '800 → 880' }).last().waitFor()
      await page.getByRole('button', { name: 'Fill in' }).last().click()
      const form = page.getByRole('dialog', { name: 'Standup' })
      await form.getByText(/Target for the day: \d+, so far 366 of 880/).waitFor()
      await form.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Home', exact: true }).click()
      await page
        .getByRole('button', { name: /^Why\?/ })
        .first()
        .click()
      const why = page.getByRole('dialog', { name: 'How it is counted' })
      await why.getByText(/Target 880, version 2: set by/).waitFor()
      await why.getByText('Working days: ').first().waitFor()
      await press(why, 'Close')
      await page.close()
    },
    2 * MINUTES,
  )

  test(
    'in Shanghai the manager sees the parts in Chinese, and a rep the day’s target',
    async () => {
      const managers = await look('U0LIU/C0HUADONG', { locale: 'zh-CN' })
      const target = await open(managers, '华东团队', '/kpi 目标')
      await choose(managers, target, '指标', '电话量')
      await choose(managers, target, '周期', '2026年11月')
      await target.getByLabel('目标值', { exact: true }).fill('2700')
      await target.getByLabel(/^原因/).fill('年底展会')
      await press(target, '预览')
      await target.getByLabel(/^赵磊：900 通（原为 795 通）/).waitFor()
      await picture(managers, 'zh-CN/target-preview')
      await press(target, '取消')
      await managers.close()

      const page = await look('U0ZHAO/app', { locale: 'zh-CN' })
      await page.getByRole('button', { name: '补交' }).click()
      const form = page.getByRole('dialog', { name: '晨会' })
      await form.getByText(/当日目标 \d+ 通，本期已完成 \d+ 通 \/ 795 通/).waitFor()
      await press(form, '取消')
      await page.close()
    },
    2 * MINUTES,
  )
}
