// What stands behind a number when it is read aloud: by a preset's key, and by unit for the metrics of a team's own.
import type { Locale } from '../../core/i18n/locale.ts'

export const counters: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { minutes: 'min' },
  'zh-CN': {
    ...{
      calls: '通',
      followUps: '次',
      proposals: '份',
      visits: '家',
      leadsConverted: '条',
      newCustomers: '家',
    },
    ...{ renewalsDue: '单', renewalsWon: '单', orders: '单', repeatOrders: '单' },
    ...{ campaignsRun: '场', leads: '条', participants: '人', exposure: '次' },
    ...{ reportsDelivered: '份', reportsOnTime: '份', insightsAdopted: '条' },
    ...{ validCalls: '通', addedContacts: '人', qualifiedLeads: '条', quotes: '份' },
    ...{ minutes: '分钟', score: '分' },
  },
  'zh-TW': {
    ...{
      calls: '通',
      followUps: '次',
      proposals: '份',
      visits: '家',
      leadsConverted: '筆',
      newCustomers: '家',
    },
    ...{ renewalsDue: '件', renewalsWon: '件', orders: '筆', repeatOrders: '筆' },
    ...{ campaignsRun: '場', leads: '筆', participants: '人', exposure: '次' },
    ...{ reportsDelivered: '份', reportsOnTime: '份', insightsAdopted: '項' },
    ...{ validCalls: '通', addedContacts: '位', qualifiedLeads: '筆', quotes: '份' },
    ...{ minutes: '分鐘', score: '分' },
  },
}
