// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

/** All there are. A class that implements this is a run of the TCK. */
public interface AllAssertions
    extends ChallengeAssertions,
        EntryAssertions,
        MetadataAssertions,
        MetadataContentAssertions,
        MetadataCachingAssertions,
        SignedMetadataAssertions,
        TransportAssertions,
        CredentialAssertions,
        TokenPlaceAssertions,
        TokenAssertions,
        SignatureAssertions,
        KeyAssertions,
        AudienceAssertions,
        IdentityAssertions,
        ScopeAssertions,
        ScopeChallengeAssertions,
        RefusalAssertions,
        MessageAssertions,
        MirroredHeaderAssertions,
        LimitAssertions,
        DpopOfferAssertions,
        DpopAssertions,
        DpopProofAssertions,
        DpopNonceAssertions,
        CertificateAssertions,
        IntrospectionAssertions,
        SignedIntrospectionAssertions,
        SeveralResourcesAssertions,
        StepUpAssertions {}
