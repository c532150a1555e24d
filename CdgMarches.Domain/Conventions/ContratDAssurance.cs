using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Une assurance souscrite par le CDG pour les archives placées sous sa responsabilité, et son attestation.</summary>
/// <remarks>Convention d'accès, art. 3 : le CDG « déclare avoir souscrit les assurances nécessaires ».</remarks>
public sealed class ContratDAssurance : Agregat
{
    public const int Longueur = 200;

    private ContratDAssurance() { }

    public ContratDAssuranceId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Assureur { get; private set; } = "";

    public string Police { get; private set; } = "";

    public string Risques { get; private set; } = "";

    /// <summary>Premier et dernier jour que couvre l'attestation, compris.</summary>
    public DateOnly Du { get; private set; }

    public DateOnly Au { get; private set; }

    /// <summary>L'attestation, dans le magasin des fichiers.</summary>
    public Guid? Attestation { get; private set; }

    /// <summary>Le premier jour que couvre le contrat qui le remplace ; nul tant que rien ne le remplace.</summary>
    public DateOnly? RemplaceLe { get; private set; }

    public bool EstEnVigueur(DateOnly jour) => Du <= jour && jour <= Au;

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue(
                "attestation",
                Au,
                $"Attestation d'assurance à renouveler ({Assureur}, {Police})",
                "RG6.18",
                "Convention d'accès, art. 3"
            )
            {
                Alertes = [90, 30],
                EstAccomplie = RemplaceLe is not null,
            },
        ];

    public static Verdict PeutEtre(SaisieDAssurance saisie) =>
        Verdict.De(
            new TexteDeRegistre("assureur", "L'assureur", saisie.Assureur, Longueur, ArticlesDAcces.Assurance),
            new TexteDeRegistre("police", "Le numéro de police", saisie.Police, Longueur, ArticlesDAcces.Assurance),
            new TexteDeRegistre("risques", "Les risques couverts", saisie.Risques, Longueur, ArticlesDAcces.Assurance),
            new DatesDansLOrdre("au", "Le dernier jour", saisie.Du, saisie.Au)
        );

    public static ContratDAssurance Enregistrer(SaisieDAssurance saisie)
    {
        PeutEtre(saisie).Exiger();
        var contrat = new ContratDAssurance { Id = ContratDAssuranceId.Nouveau() };
        contrat.Prendre(saisie);
        contrat.Signaler(new RegistreTenu($"Assurance enregistrée : {contrat.Assureur}, police {contrat.Police}."));
        return contrat;
    }

    public void Modifier(SaisieDAssurance saisie)
    {
        PeutEtre(saisie).Exiger();
        Prendre(saisie);
        Signaler(new RegistreTenu($"Assurance modifiée : {Assureur}, police {Police}."));
    }

    public void Joindre(Guid attestation)
    {
        Attestation = attestation;
        Signaler(new RegistreTenu($"Attestation jointe : {Assureur}, police {Police}."));
    }

    /// <summary>Vrai si ce contrat renouvelle l'autre sans qu'on ait à le dire : la même police, pour plus longtemps.</summary>
    public bool Renouvelle(ContratDAssurance autre) =>
        CleDeTri.De(Police) == CleDeTri.De(autre.Police) && CleDeTri.De(Assureur) == CleDeTri.De(autre.Assureur) && autre.Au < Au;

    public Verdict PeutEtreRemplacePar(ContratDAssurance nouveau) =>
        Verdict.De(new RemplacementPlusTardif(Police, Au, nouveau.Au));

    /// <summary>Un autre contrat prend la suite : l'attestation de celui-ci n'est plus à renouveler.</summary>
    public void RemplacerPar(ContratDAssurance nouveau)
    {
        PeutEtreRemplacePar(nouveau).Exiger();
        RemplaceLe = nouveau.Du;
        Signaler(
            new RegistreTenu($"Assurance {Assureur}, police {Police}, remplacée par {nouveau.Assureur}, police {nouveau.Police}.")
        );
    }

    private void Prendre(SaisieDAssurance s) =>
        (Assureur, Police, Risques, Du, Au) = (s.Assureur!.Trim(), s.Police!.Trim(), s.Risques!.Trim(), s.Du, s.Au);
}

/// <summary>Ce que l'on saisit d'une assurance.</summary>
public sealed record SaisieDAssurance(string? Assureur, string? Police, string? Risques, DateOnly Du, DateOnly Au);
