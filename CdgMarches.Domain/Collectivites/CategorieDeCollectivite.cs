namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qu'est une collectivité ou un organisme au regard du droit (RG1.15).</summary>
public enum CategorieDeCollectivite
{
    Commune,
    CommunauteDeCommunes,
    CommunauteDAgglomeration,
    CommunauteUrbaine,
    Metropole,
    Sivu,
    Sivom,
    SyndicatMixteFerme,
    SyndicatMixteOuvert,
    Petr,
    PoleMetropolitain,
    Departement,
    Region,
    AutreCollectivite,
    Sdis,
    CentreDeGestion,
    Ccas,
    Cias,
    CaisseDesEcoles,
    Oph,
    Esms,
    Eple,
    Regie,
    AutreEtablissementLocal,
    Gip,
    Association,
    Prive,
}

/// <summary>La collectivité à laquelle une catégorie se rattache ordinairement.</summary>
public enum ParentAttendu
{
    /// <summary>Aucune en particulier.</summary>
    Libre,

    /// <summary>La commune dont c'est un établissement.</summary>
    Commune,

    /// <summary>L'EPCI à fiscalité propre dont c'est un membre ou un établissement.</summary>
    Epci,
}
