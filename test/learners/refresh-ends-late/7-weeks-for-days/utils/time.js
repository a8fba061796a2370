const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

module.exports = {
  minutes: (n) => n * minute,
  hours: (n) => n * hour,
  days: (n) => n * day,
  weeks: (n) => n * week,
  fromNow: (ms) => new Date(Date.now() + ms),
  isPast: (date) => date.getTime() <= Date.now(),
};
