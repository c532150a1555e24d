using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Lit la fiche d'une collectivité, pour un agent du CDG ou pour l'un de ses utilisateurs.</summary>
public sealed class LireFicheDeCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>Null si elle n'existe pas ou n'est pas du périmètre de l'acteur : les deux se disent de la même façon.</returns>
    public async Task<FicheDeCollectivite?> ExecuterAsync(
        Acteur acteur,
        CollectiviteId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var c = await contexte
            .Collectivites.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(c => c.Id == id, annulation);
        if (c is null)
        {
            return null;
        }

        var renvois = await RenvoisAsync(contexte, c, annulation);
        var agents = await AgentsAsync(contexte, c, annulation);
        return new FicheDeCollectivite
        {
            Id = c.Id,
            Version = c.Version,
            Identite = acteur.Perimetre.EstCdg ? c.Identite : c.Identite with { Notes = null },
            Grammaire = c.Grammaire,
            GrammaireCorrigee = c.GrammaireCorrigee,
            Statut = await contexte.StatutAsync(id, jour, annulation),
            EstCoordonnateur = await contexte.Groupements.AnyAsync(g => g.Coordonnateur == id, annulation),
            EstAffiliee = c.EstAffiliee(jour),
            EstArchivee = c.EstArchivee,
            ArchiveLe = c.ArchiveLe is { } archive ? horloge.Jour(archive) : null,
            RemplaceeLe = c.RemplaceeLe,
            Parent = Trouver(renvois, c.Parent),
            Successeur = Trouver(renvois, c.Successeur),
            FusionneeDans = Trouver(renvois, c.FusionneeDans),
            Rattachees = [.. renvois.Where(r => r.Parent == c.Id).Select(r => r.Renvoi)],
            Remplacees = [.. renvois.Where(r => r.Successeur == c.Id).Select(r => r.Renvoi)],
            Responsable = agents.Find(a => a.Id == c.Responsable),
            Suppleant = agents.Find(a => a.Id == c.Suppleant),
            Effectifs =
            [
                .. c
                    .Effectifs.OrderByDescending(e => e.Annee)
                    .Select(e => new EffectifDeFiche(e.Annee, e.Agents, e.Definition, e.Source, e.DeclareLe)),
            ],
            Populations =
            [
                .. c
                    .Populations.OrderByDescending(p => p.Annee)
                    .Select(p => new PopulationDeFiche(p.Annee, p.Totale, p.Municipale, p.Source)),
            ],
            Affiliations =
            [
                .. c.Affiliations.OrderByDescending(a => a.Debut).Select(a => new AffiliationDeFiche(a.Debut, a.Fin, a.Nature)),
            ],
            Contacts = [.. c.Contacts.OrderBy(x => CleDeTri.De(x.Nom)).Select(x => Contact(x, jour))],
            Annee = jour.Year,
        };
    }

    private static ContactDeFiche Contact(Contact contact, DateOnly jour) =>
        new(
            contact.Id,
            contact.NomComplet,
            new CoordonneesDeContact(contact.Civilite, contact.Nom, contact.Prenom, contact.Courriel, contact.Telephone),
            [
                .. contact
                    .Mandats.OrderByDescending(m => m.Debut)
                    .Select(m => new MandatDeFiche(
                        m.Id,
                        new DonneesDeMandat(m.Role, m.Debut, m.Qualite, m.Fin, m.Deliberation, m.DateDeLaDeliberation),
                        m.EstEnVigueur(jour)
                    )),
            ]
        );

    private static async Task<List<Voisine>> RenvoisAsync(MarchesDbContext contexte, Collectivite c, CancellationToken annulation)
    {
        CollectiviteId[] citees = [.. new[] { c.Parent, c.Successeur, c.FusionneeDans }.OfType<CollectiviteId>()];
        return await contexte
            .Collectivites.AsNoTracking()
            .Where(v => citees.Contains(v.Id) || v.Parent == c.Id || v.Successeur == c.Id)
            .OrderBy(v => v.CleDeTri)
            .Select(v => new Voisine(new RenvoiDeCollectivite(v.Id, v.Nom, v.Categorie), v.Parent, v.Successeur))
            .ToListAsync(annulation);
    }

    private static async Task<List<AgentDeFiche>> AgentsAsync(
        MarchesDbContext contexte,
        Collectivite c,
        CancellationToken annulation
    )
    {
        Guid[] ids = [.. new[] { c.Responsable, c.Suppleant }.OfType<Guid>()];
        return ids.Length == 0
            ? []
            : await contexte
                .Users.Where(u => ids.Contains(u.Id))
                .Select(u => new AgentDeFiche(u.Id, u.Nom))
                .ToListAsync(annulation);
    }

    private static RenvoiDeCollectivite? Trouver(List<Voisine> renvois, CollectiviteId? id) =>
        renvois.Find(r => r.Renvoi.Id == id)?.Renvoi;

    private sealed record Voisine(RenvoiDeCollectivite Renvoi, CollectiviteId? Parent, CollectiviteId? Successeur);
}
