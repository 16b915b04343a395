/** Whether a block of IPv4 addresses, as `ADDRESS/BITS`, holds an address; undefined for anything else. */
export function holdsAddress(cidr: string, address: string): boolean | undefined {
  const [block = '', bits = ''] = cidr.split('/');
  const [start, wanted] = [addressNumber(block), addressNumber(address)];
  if (start === undefined || wanted === undefined || !/^(?:\d|[12]\d|3[0-2])$/.test(bits)) return undefined;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(start / size) === Math.floor(wanted / size);
}

function addressNumber(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}
