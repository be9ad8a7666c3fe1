// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;

/** All clients: preregistered, registered dynamically, or described by a metadata document. */
final class ClientDirectory {

  private static final int MOST = 1000;
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Map<String, ClientInformation> preregistered;
  private final BoundedStore<ClientInformation> registered;
  private final BoundedStore<ClientInformation> described;
  private final ClientMetadataDocuments documents;

  ClientDirectory(
      List<ClientInformation> preregistered,
      ClientMetadataDocuments documents,
      ServerSettings settings) {
    this.preregistered =
        preregistered.stream()
            .collect(Collectors.toMap(client -> client.getID().getValue(), Function.identity()));
    this.documents = documents;
    this.registered = new BoundedStore<>(MOST, REMEMBERED, settings.clock());
    this.described = new BoundedStore<>(MOST, REMEMBERED, settings.clock());
  }

  void register(ClientInformation client) {
    registered.put(client.getID().getValue(), client);
  }

  /** For the authorization endpoint: a metadata document is read anew each time. */
  Optional<ClientInformation> findFresh(String clientId) throws GeneralException {
    Optional<ClientInformation> known = findRegistered(clientId);
    if (known.isPresent() || !ClientMetadataDocuments.isDocumentUrl(clientId)) {
      return known;
    }
    ClientInformation client = documents.fetch(clientId);
    described.put(clientId, client);
    return Optional.of(client);
  }

  /** For the other endpoints: the document as it was when the authorization began. */
  Optional<ClientInformation> find(String clientId) throws GeneralException {
    Optional<ClientInformation> remembered = described.get(clientId);
    return remembered.isPresent() ? remembered : findFresh(clientId);
  }

  private Optional<ClientInformation> findRegistered(String clientId) {
    return Optional.ofNullable(preregistered.get(clientId)).or(() -> registered.get(clientId));
  }
}
