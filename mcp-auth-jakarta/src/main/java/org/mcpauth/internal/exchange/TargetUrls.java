// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.internal.settings.ExchangeTarget;

/**
 * Finds the target that a URL leads to: the one with the longest path among those with the same
 * scheme, host and port. A path counts by whole segments. Immutable.
 */
final class TargetUrls {

  /**
   * What a server may take for another path than it looks: dot segments, also such that only show
   * when the path is decoded.
   */
  private static final Pattern DOTS = Pattern.compile("(?:^|[/\\\\;])\\.{1,2}(?:$|[/\\\\;])");

  private record Origin(String scheme, String host, int port) {

    static Origin of(URI url) {
      String scheme = url.getScheme().toLowerCase(Locale.ROOT);
      int standard = scheme.equals("https") ? 443 : 80;
      int port = url.getPort() == -1 ? standard : url.getPort();
      return new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), port);
    }
  }

  private record Place(Origin origin, String path, Target target) {

    static Place of(ExchangeTarget target) {
      String path = target.url().getRawPath();
      String stripped = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return new Place(Origin.of(target.url()), stripped, target.target());
    }

    boolean leadsTo(Origin other, String otherPath) {
      return origin.equals(other) && (otherPath.equals(path) || otherPath.startsWith(path + "/"));
    }
  }

  private final List<Place> places;

  TargetUrls(List<ExchangeTarget> targets) {
    this.places =
        targets.stream()
            .map(Place::of)
            .sorted(Comparator.comparingInt(place -> -place.path().length()))
            .toList();
  }

  Optional<Target> find(URI url) {
    if (!isPlain(url)) {
      return Optional.empty();
    }
    Origin origin = Origin.of(url);
    return places.stream()
        .filter(place -> place.leadsTo(origin, url.getRawPath()))
        .findFirst()
        .map(Place::target);
  }

  private static boolean isPlain(URI url) {
    return url.getScheme() != null
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && !DOTS.matcher(url.getPath()).find();
  }
}
