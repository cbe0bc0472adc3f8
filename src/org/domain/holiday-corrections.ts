// Single days that `date-holidays` gets wrong or lacks, for countries whose dates are announced or depend on the moon.

/** By country and date: the holiday's name, or null where the date is an ordinary day. */
type Corrections = Readonly<Record<string, Readonly<Record<string, string | null>>>>

/** For 2026 and 2027, compared with the days that the governments announced. Dates of 2027 that depend on the moon may still move by a day. */
export const HOLIDAY_CORRECTIONS: Corrections = {
  KR: {
    '2026-02-16': '설날',
    '2026-02-19': null,
    '2026-06-03': '지방선거일',
    '2027-02-06': '설날',
  },
  SG: {
    '2027-03-09': null,
    '2027-03-10': 'Hari Raya Puasa',
    '2027-05-17': 'Hari Raya Haji',
    '2027-05-20': 'Vesak Day',
  },
  MY: {
    '2026-03-23': 'Hari Raya Aidil Fitri',
    '2026-06-02': 'Hari Wesak',
    '2027-05-17': 'Hari Raya Haji',
    '2027-05-20': 'Hari Wesak',
  },
  VN: {
    '2026-04-27': 'Giỗ tổ Hùng Vương',
    '2026-09-01': 'Quốc khánh',
    '2027-02-04': 'Tết Nguyên Đán',
    '2027-02-10': 'Tết Nguyên Đán',
    '2027-05-03': 'Quốc tế Lao động',
    '2027-09-03': 'Quốc khánh',
  },
  TH: {
    '2026-01-02': 'วันหยุดพิเศษ',
    '2026-05-01': 'วันแรงงานแห่งชาติ',
    '2026-06-01': 'วันวิสาขบูชา',
    '2026-12-07': 'วันพ่อแห่งชาติ',
    '2027-02-22': 'วันมาฆบูชา',
    '2027-05-03': 'วันแรงงานแห่งชาติ',
    '2027-05-20': 'วันวิสาขบูชา',
    '2027-07-19': 'วันเข้าพรรษา',
    '2027-07-20': 'วันอาสาฬหบูชา',
    '2027-10-25': 'วันปิยมหาราช',
    '2027-12-06': 'วันพ่อแห่งชาติ',
  },
  PH: {
    '2026-02-17': 'Chinese New Year',
    '2026-08-21': 'Ninoy Aquino Day',
    '2026-11-02': "All Souls' Day",
    '2026-12-08': 'Feast of the Immaculate Conception',
    '2026-12-24': 'Christmas Eve',
    '2026-12-31': 'Last Day of the Year',
    '2027-11-01': "All Saints' Day",
    '2027-12-08': 'Feast of the Immaculate Conception',
    '2027-12-31': 'Last Day of the Year',
  },
  IN: {
    '2026-03-04': 'Holi',
    '2026-03-26': 'Ram Navami',
    '2026-03-31': 'Mahavir Jayanti',
    '2026-05-01': 'Buddha Purnima',
    '2026-05-27': 'Id-ul-Zuha',
    '2026-06-26': 'Muharram',
    '2026-08-26': 'Milad-un-Nabi',
    '2026-09-04': 'Janmashtami',
    '2026-10-20': 'Dussehra',
    '2026-11-24': "Guru Nanak's Birthday",
    '2027-03-10': 'Id-ul-Fitr',
    '2027-03-22': 'Holi',
    '2027-04-15': 'Ram Navami',
    '2027-05-17': 'Id-ul-Zuha',
    '2027-05-20': 'Buddha Purnima',
    '2027-06-16': 'Muharram',
    '2027-08-25': 'Janmashtami',
    '2027-10-29': 'Diwali',
  },
}
