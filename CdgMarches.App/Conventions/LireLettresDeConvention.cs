using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Un courrier du registre, vu depuis l'objet dont il est la lettre ; son premier destinataire est celui qui compte.</summary>
public sealed record CourrierDUneLettre(
    CourrierId Id,
    string Numero,
    string Objet,
    DateOnly? PosteLe,
    string Destinataire,
    IssueDeCourrier Issue,
    bool AccuseJoint
)
{
    /// <summary>Ce que le registre ne dit pas encore ; vide quand tout y est.</summary>
    public IReadOnlyList<string> Manques =>
        (PosteLe, Issue) switch
        {
            (null, _) => ["l'envoi est à noter au registre"],
            (_, IssueDeCourrier.EnCours) =>
            [
                "la première présentation ou la remise est à noter au registre : le délai n'a pas commencé",
            ],
            (_, IssueDeCourrier.AdresseInconnue) =>
            [
                "revenue d'une adresse inconnue : rien n'est notifié, une autre lettre est à envoyer",
            ],
            _ => AccuseJoint ? [] : ["l'accusé numérisé est à joindre au registre"],
        };

    internal static IQueryable<CourrierDUneLettre> De(IQueryable<Courrier> courriers) =>
        from c in courriers
        from d in c.Destinataires
        where d.Rang == 1
        orderby c.Numero
        select new CourrierDUneLettre(c.Id, c.Numero, c.Objet, c.PosteLe, d.Nom, d.Issue, d.Accuse != null);
}

/// <summary>De quoi écrire les lettres d'une convention, et où en sont celles que le registre suit.</summary>
/// <param name="Courriers">Les courriers de la convention, par leur clé.</param>
/// <param name="Collectivite">L'adresse proposée pour écrire à la collectivité.</param>
/// <param name="Cdg">L'adresse proposée quand la collectivité écrit au CDG.</param>
/// <param name="Archives">L'adresse de la dernière lettre aux archives départementales.</param>
public sealed record LettresDeLaConvention(
    IReadOnlyDictionary<CourrierId, CourrierDUneLettre> Courriers,
    PliDuGeste Collectivite,
    PliDuGeste Cdg,
    PliDuGeste Archives
)
{
    internal static LettresDeLaConvention Aucune { get; } =
        new(new Dictionary<CourrierId, CourrierDUneLettre>(), new(null, null), new(null, null), new(null, null));

    /// <summary>Les courriers enregistrés pour cette convention qui ne sont encore aucune de ses lettres.</summary>
    public IReadOnlyList<CourrierDUneLettre> ARattacher(FicheConvention fiche) =>
        [.. Libres(fiche).Where(c => c.Issue is not IssueDeCourrier.AdresseInconnue)];

    /// <summary>Les courriers revenus d'une adresse inconnue, qu'une autre lettre a remplacés.</summary>
    public IReadOnlyList<CourrierDUneLettre> Remplaces(FicheConvention fiche) =>
        [.. Libres(fiche).Where(c => c.Issue is IssueDeCourrier.AdresseInconnue)];

    private IEnumerable<CourrierDUneLettre> Libres(FicheConvention fiche)
    {
        var pris = fiche.Lettres.Select(l => l.Courrier).OfType<CourrierId>().ToHashSet();
        return Courriers.Values.Where(c => !pris.Contains(c.Id));
    }
}

/// <summary>Lit les courriers du registre d'une convention, et les adresses de ses lettres.</summary>
public sealed class LireLettresDeConvention(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres)
{
    private const string NomDesArchives = "Direction des archives départementales";

    public async Task<LettresDeLaConvention> ExecuterAsync(
        Acteur acteur,
        FicheConvention fiche,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var cdg = new PliDuGeste(
            await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation),
            await parametres.ReglageAsync(ClesDeReglage.AdresseDuCdg, annulation)
        );
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convention = fiche.Id.Valeur;
        List<CourrierId> liees = [.. fiche.Lettres.Select(l => l.Courrier).OfType<CourrierId>()];
        var courriers = await CourrierDUneLettre
            .De(
                contexte
                    .Courriers.AsNoTracking()
                    .Where(c => (c.ObjetType == nameof(ConventionDAcces) && c.ObjetId == convention) || liees.Contains(c.Id))
            )
            .ToDictionaryAsync(c => c.Id, annulation);
        var membre = await contexte
            .Collectivites.Where(c => c.Id == fiche.Collectivite)
            .Select(c => new { c.Siege, c.Postale })
            .SingleAsync(annulation);
        var archives = await (
            from c in contexte.Courriers
            from d in c.Destinataires
            where d.Rang == 1 && contexte.ConventionsDAcces.Any(v => v.Denonciations.Any(x => x.Archives!.Courrier == c.Id))
            orderby c.Numero descending
            select new PliDuGeste(d.Nom, d.Adresse, null)
        ).FirstOrDefaultAsync(annulation);
        return new LettresDeLaConvention(
            courriers,
            new PliDuGeste(fiche.Nom, LireDestinataires.Postale(membre.Postale.Sinon(membre.Siege))),
            cdg,
            archives ?? new PliDuGeste(NomDesArchives, null)
        );
    }
}
