using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CourrielPlausible = CdgMarches.Domain.Collectivites.Regles.CourrielPlausible;

namespace CdgMarches.Domain.Groupements;

/// <content>Le comité de suivi, que désignent les représentants des membres (art. 3.3).</content>
public sealed partial class ConventionConstitutive
{
    private readonly List<DesignationAuComite> _comite = [];

    /// <summary>Ceux que les représentants des membres ont désignés au comité de suivi (art. 3.3).</summary>
    public IReadOnlyList<DesignationAuComite> Comite => _comite;

    /// <param name="collectivite">Le membre qui désigne.</param>
    /// <param name="nom">La personne.</param>
    /// <param name="courriel">Son adresse, si elle en a une.</param>
    /// <param name="designePar">Le représentant qui la désigne.</param>
    /// <param name="du">Son premier jour au comité.</param>
    /// <param name="estMembre">Vrai si la collectivité est membre ce jour-là.</param>
    public Verdict PeutDesigner(
        CollectiviteId collectivite,
        string? nom,
        string? courriel,
        string? designePar,
        DateOnly du,
        bool estMembre
    ) =>
        Verdict
            .De(
                new DesignationParUnMembre(estMembre || (EstPartie(collectivite) && EnVigueurLe is null)),
                new PersonneUneSeuleFoisAuComite((nom ?? "").Trim(), AutreDesignation(collectivite, nom, du))
            )
            .Et(ExaminerLaSaisie(nom, courriel, designePar));

    /// <summary>Ce que l'on saisit d'une désignation, hors de ce que la convention en sait.</summary>
    public static Verdict ExaminerLaSaisie(string? nom, string? courriel, string? designePar) =>
        Verdict.De(
            new TexteRenseigne("La personne désignée", (nom ?? "").Trim(), LongueurDUnNom, "nom"),
            new CourrielPlausible("courriel", Net(courriel)),
            new TexteRenseigne("Le représentant qui la désigne", (designePar ?? "").Trim(), LongueurDUnNom, "designe-par")
        );

    /// <summary>Désigne une personne au comité de suivi, au nom du représentant d'un membre (RG7.04).</summary>
    public void Designer(
        CollectiviteId collectivite,
        string? nom,
        string? courriel,
        string? designePar,
        DateOnly du,
        bool estMembre
    )
    {
        PeutDesigner(collectivite, nom, courriel, designePar, du, estMembre).Exiger();
        _comite.Add(new DesignationAuComite(collectivite, nom!.Trim(), Net(courriel), designePar!.Trim(), du));
        Signaler(new MembreDuComiteDesigne(collectivite, nom.Trim(), du));
    }

    /// <summary>Une désignation de la même personne par le même membre, qui a un jour commun avec celle qui commencerait ce jour.</summary>
    private Periode? AutreDesignation(CollectiviteId collectivite, string? nom, DateOnly du) =>
        _comite.Find(d =>
            d.Collectivite == collectivite
            && CleDeTri.De(d.Nom) == CleDeTri.De((nom ?? "").Trim())
            && (d.Au is not { } au || au >= du)
        )
            is { } autre
            ? new Periode(autre.Du, autre.Au)
            : null;

    /// <summary>Corrige l'adresse d'un membre du comité ; vide, on ne lui écrit plus.</summary>
    public DesignationAuComite CorrigerLeCourriel(Guid designation, string? courriel)
    {
        var (visee, adresse) = (DesignationDe(designation), Net(courriel));
        Verdict.De(new CourrielPlausible("courriel-corrige", adresse)).Exiger();
        if (visee.Courriel != adresse)
        {
            Signaler(new CourrielDuComiteCorrige(visee.Collectivite, visee.Nom, visee.Courriel, adresse));
            visee.Joindre(adresse);
        }

        return visee;
    }

    private DesignationAuComite DesignationDe(Guid designation) =>
        _comite.Find(d => d.Id == designation)
        ?? throw new ArgumentException("Cette désignation n'est pas de ce comité.", nameof(designation));

    public void FinirDesignation(Guid designation, DateOnly au)
    {
        var visee = DesignationDe(designation);
        Verdict.De(new FinApresLeDebut(visee.Du, au)).Exiger();
        visee.Finir(au);
        Signaler(new DesignationFinie(visee.Collectivite, visee.Nom, au));
    }
}
