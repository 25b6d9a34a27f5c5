export const shortestPauseMinutes = 5;
export const longestPauseMinutes = 240;
