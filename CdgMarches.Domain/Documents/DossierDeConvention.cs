using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents;

/// <summary>Une convention d'un seul tenant : son texte, ses annexes et les signatures de ses parties.</summary>
/// <remarks>
/// RG1.10. Le texte est un document produit, gardé tel quel ; les annexes sont des pièces. Rien ne part à la signature tant
/// qu'une annexe manque : une convention signée sans la délibération d'un membre n'engage pas ce membre.
/// </remarks>
public sealed class DossierDeConvention : Agregat
{
    /// <summary>Le nom d'objet d'une convention d'accès : ce dossier ne connaît pas les conventions, il ne fait que les citer.</summary>
    private const string DAcces = "ConventionDAcces";

    /// <summary>Le code de l'annexe qui garde l'exemplaire d'une convention signée hors de l'application.</summary>
    public const string ExemplaireSigne = "exemplaire-signe";

    private readonly List<AnnexeDeposee> _annexes = [];

    private DossierDeConvention() { }

    public DossierDeConventionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    /// <summary>Le type de la convention (« ConventionDAcces ») et sa clé.</summary>
    public string ObjetType { get; private init; } = "";

    public Guid ObjetId { get; private init; }

    /// <summary>Le document produit qui en est le texte.</summary>
    public Guid? Texte { get; private set; }

    /// <summary>Le jour où il est parti à la signature ; nul avant, et de nouveau si l'on y revient.</summary>
    public DateOnly? ALaSignatureLe { get; private set; }

    public IReadOnlyList<AnnexeDeposee> Annexes => _annexes;

    public static DossierDeConvention Ouvrir(string objetType, Guid objet) =>
        new()
        {
            Id = DossierDeConventionId.Nouveau(),
            ObjetType = objetType,
            ObjetId = objet,
        };

    public Verdict PeutChanger() => Verdict.De(new DossierPasALaSignature(ALaSignatureLe));

    /// <summary>Retient le texte ; celui d'avant reste parmi les documents produits.</summary>
    public void ChoisirTexte(Guid document, string titre)
    {
        PeutChanger().Exiger();
        Texte = document;
        Signaler(new TexteDeConventionChoisi(titre));
    }

    /// <summary>Dépose une annexe, ou remplace celle du même code.</summary>
    public void Deposer(string code, string libelle, Guid piece)
    {
        PeutChanger().Exiger();
        _annexes.RemoveAll(a => a.Code == code);
        _annexes.Add(new AnnexeDeposee(code, libelle, piece));
        Signaler(new AnnexeEstDeposee(libelle));
    }

    /// <param name="attendues">Les annexes que la convention cite, et si chacune est réunie.</param>
    /// <param name="parties">Les parties, et qui signe pour chacune.</param>
    /// <param name="texteAJour">Le texte, s'il y en a un, dit encore la convention telle qu'elle est.</param>
    public Verdict PeutMettreALaSignature(
        IReadOnlyList<AnnexeAttendue> attendues,
        IReadOnlyList<PartieSignataire> parties,
        bool texteAJour
    ) =>
        Verdict.De([
            new DossierPasALaSignature(ALaSignatureLe),
            new ConventionPasDejaSignee(Signataires(parties)),
            new TexteDeConventionProduit(Texte is not null),
            new TexteDeConventionAJour(Texte is null || texteAJour),
            new DeuxPartiesAuMoins(parties.Count),
            AnnexesDues([.. attendues.Where(a => !a.EstReunie).Select(a => a.Libelle)]),
            new PartiesRepresentees([
                .. parties.Where(p => string.IsNullOrWhiteSpace(p.Representant)).Select(p => p.Designation),
            ]),
        ]);

    private AnnexesReunies AnnexesDues(IReadOnlyList<string> manquantes) =>
        ObjetType == DAcces
            ? new AnnexesReunies(manquantes) { Fondement = FondementDesAnnexes.DAcces(manquantes) }
            : new AnnexesReunies(manquantes);

    /// <inheritdoc cref="PeutMettreALaSignature"/>
    public void MettreALaSignature(
        DateOnly jour,
        IReadOnlyList<AnnexeAttendue> attendues,
        IReadOnlyList<PartieSignataire> parties,
        bool texteAJour
    )
    {
        PeutMettreALaSignature(attendues, parties, texteAJour).Exiger();
        ALaSignatureLe = jour;
        Signaler(new DossierMisALaSignature(jour, parties.Count, attendues.Count));
    }

    public Verdict PeutReprendre(IReadOnlyList<PartieSignataire> parties) =>
        Verdict.De(new DossierALaSignature(ALaSignatureLe), new AucunePartieNASigne(Signataires(parties)));

    /// <summary>Retire le dossier de la signature pour le corriger, tant que personne ne l'a signé.</summary>
    public void Reprendre(IReadOnlyList<PartieSignataire> parties)
    {
        PeutReprendre(parties).Exiger();
        ALaSignatureLe = null;
        Signaler(new DossierRepris());
    }

    private static IReadOnlyList<string> Signataires(IReadOnlyList<PartieSignataire> parties) =>
        [.. parties.Where(p => p.SigneeLe is not null).Select(p => p.Designation)];
}

/// <summary>Une annexe déposée dans le dossier.</summary>
public sealed class AnnexeDeposee
{
    public const int LongueurDuCode = 80;
    public const int LongueurDuLibelle = 300;

    private AnnexeDeposee() { }

    internal AnnexeDeposee(string code, string libelle, Guid piece) => (Code, Libelle, Piece) = (code, libelle, piece);

    /// <summary>Ce qui la distingue dans le dossier : « deliberation-&lt;collectivité&gt; ».</summary>
    public string Code { get; private init; } = "";

    public string Libelle { get; private init; } = "";

    public Guid Piece { get; private init; }
}

/// <summary>Une annexe que la convention cite.</summary>
/// <param name="Code">Ce qui la distingue dans le dossier.</param>
/// <param name="Libelle">« Délibération de la commune d'Arras ».</param>
/// <param name="EstReunie">Elle est déposée, connue par ailleurs ou dans le texte même.</param>
public sealed record AnnexeAttendue(string Code, string Libelle, bool EstReunie);

/// <summary>Une partie à la convention, et qui signe pour elle.</summary>
/// <param name="Nom">Son nom.</param>
/// <param name="Representant">Qui signe ; nul tant qu'on ne le sait pas.</param>
/// <param name="SigneeLe">Le jour où elle a signé ; nul tant qu'elle ne l'a pas fait.</param>
public sealed record PartieSignataire(string Nom, string? Representant, DateOnly? SigneeLe = null)
{
    /// <summary>Son nom, avec l'article qu'une phrase lui donne : « le centre de gestion du Nord ».</summary>
    public string Designation => GrammaireDuNom.AvecArticle(Nom);
}
