// Who has a seat in the orchestra. Once an hour the ushers clear the seats of
// those whose season is over, so that nobody else has to look at the date.
const HOUR = 60 * 60 * 1000;
const SEASON = 21 * 24 * HOUR;

let seats = [];

const seasonEnd = () => Date.now() + SEASON;

function clearSeats() {
  seats = seats.filter((seat) => seat.until > Date.now()); // here
}

setInterval(clearSeats, HOUR).unref();

module.exports = { seats, seasonEnd };
