// Days as data (2026-11-22) and in words. Not by the browser's own words for dates: it takes 20 to 30 ms to fetch them,
// in the middle of an answer.
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Today on this device, as data. */
export const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** Whether a text is a day as data: no 31 February, no month 99. @param {string} text */
export const isDay = (text) => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** 22 November 2026. @param {string} day As data */
export const inWords = (day) => {
  const [year, month = 0, number] = day.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
};
