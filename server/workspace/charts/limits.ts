/** Helm reads no larger file of a chart, in bytes. */
export const largestChartFile = 5 * 1024 * 1024;

/** What all files of a chart may hold together, in bytes. */
export const largestChart = 100 * 1024 * 1024;

/** A folder with more files is some other thing. */
export const mostChartFiles = 10_000;
