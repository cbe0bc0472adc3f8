// What is known of a holiday, and of a year's holidays in a country.

export interface HolidayFact {
  kind: 'holiday' | 'working-weekend'
  name: string
}

/** A year's holidays by ISO date. */
export interface YearHolidays {
  facts: Map<string, HolidayFact>
  /** True: not published yet, so the days may be moved, and working weekends are missing. */
  provisional: boolean
}
