/** What a well-known image writes to while it runs. */
export interface WritablePaths {
  /**
   * The image's repository. An official image has one component: `nginx` is also `library/nginx` on any registry, but not
   * `bitnami/nginx`, which is another image. The others may stand below the path of a mirror.
   */
  readonly repository: string;
  /** Directories that need a volume if the root file system is read-only. What an empty volume would hide is not among them. */
  readonly paths: readonly string[];
}

/**
 * Images that people run most and that are known to write to the same places whatever their configuration. Bases such as
 * node or python are not among them: what writes there is the program that somebody adds.
 *
 * Read on GitHub in November 2026: the Dockerfiles of nginxinc/docker-nginx-unprivileged, caddyserver/caddy-docker,
 * traefik/traefik-library-image, docker-library/{php,wordpress,tomcat,postgres,mysql,mongo,memcached,rabbitmq},
 * MariaDB/mariadb-docker, valkey-io/valkey-container, influxdata/influxdata-docker, grafana/grafana, prometheus/prometheus and
 * jenkinsci/docker; for nginx, the section on read-only mode of its page in docker-library/docs. From those come volumes,
 * and directories made writable. That entry points in Bash write here-documents to /tmp, that the sockets of MariaDB and
 * MongoDB are in /run/mysqld and /tmp, where httpd writes, and that Redis keeps its data where Valkey does, is from the
 * programs' documentation as known. Data directories stand here as well: where no volume is mounted there, they are lost
 * today too.
 */
const imageWritablePaths: readonly WritablePaths[] = [
  { repository: 'nginx', paths: ['/var/cache/nginx', '/var/run'] },
  { repository: 'nginxinc/nginx-unprivileged', paths: ['/tmp'] },
  { repository: 'httpd', paths: ['/usr/local/apache2/logs'] },
  { repository: 'caddy', paths: ['/data', '/config'] },
  { repository: 'traefik', paths: ['/tmp'] },
  { repository: 'php', paths: ['/var/run', '/tmp'] },
  { repository: 'wordpress', paths: ['/var/www/html', '/var/run', '/tmp'] },
  {
    repository: 'tomcat',
    paths: ['/usr/local/tomcat/logs', '/usr/local/tomcat/temp', '/usr/local/tomcat/work'],
  },
  { repository: 'postgres', paths: ['/var/lib/postgresql', '/var/run/postgresql', '/tmp'] },
  { repository: 'mysql', paths: ['/var/lib/mysql', '/var/run/mysqld', '/tmp'] },
  { repository: 'mariadb', paths: ['/var/lib/mysql', '/run/mysqld', '/tmp'] },
  { repository: 'mongo', paths: ['/data/db', '/data/configdb', '/tmp'] },
  { repository: 'redis', paths: ['/data'] },
  { repository: 'valkey/valkey', paths: ['/data'] },
  { repository: 'memcached', paths: [] },
  { repository: 'rabbitmq', paths: ['/var/lib/rabbitmq', '/var/log/rabbitmq', '/tmp'] },
  { repository: 'influxdb', paths: ['/var/lib/influxdb2', '/etc/influxdb2', '/tmp'] },
  { repository: 'grafana/grafana', paths: ['/var/lib/grafana', '/var/log/grafana', '/tmp'] },
  { repository: 'prom/prometheus', paths: ['/prometheus'] },
  { repository: 'prometheus/prometheus', paths: ['/prometheus'] },
  { repository: 'jenkins/jenkins', paths: ['/var/jenkins_home', '/tmp'] },
];

/** What an image is known to write to; undefined for the many that nobody knows. */
export function knownWritablePaths(repository: string): readonly string[] | undefined {
  return imageWritablePaths.find(({ repository: known }) => {
    const ending = known.includes('/') ? known : `library/${known}`;
    return repository === known || repository === ending || repository.endsWith(`/${ending}`);
  })?.paths;
}
