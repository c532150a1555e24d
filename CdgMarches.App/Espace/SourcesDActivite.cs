using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>La convention constitutive, ses documents opposables et ses avenants, dans l'activité du groupement.</summary>
internal sealed class ConventionDansLActivite : ISourceDActivite
{
    public int Ordre => 10;

    public string Cle => "convention";

    public string Titre => "Convention et avenants";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var convention = await contexte
            .ConventionsConstitutives.AsNoTracking()
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Groupement == lecture.Groupement, annulation);
        var fin = lecture.Bornes?.Fin;
        List<LigneDActivite> tete = [];
        if (convention is not null)
        {
            tete.Add(
                new LigneDActivite(
                    "Convention constitutive",
                    convention.EnVigueurLe is { } jour && !(jour > fin)
                        ? $"en vigueur depuis le {Formats.DateLongue(jour)}"
                        : "pas encore en vigueur"
                )
            );
            tete.AddRange(
                convention
                    .Documents.Where(d => !(d.Du > fin))
                    .OrderBy(d => d.Du)
                    .Select(d => new LigneDActivite(
                        d.Libelle,
                        $"du {Formats.DateCourte(d.Du)}",
                        lecture.Acteur.Perimetre.EstCdg
                            ? $"{AdressesDesGroupements.Rubrique(lecture.Groupement, "documents")}/{d.Piece}"
                            : PieceDeposee.Adresse(d.Piece)
                    ))
            );
        }

        // The deed and its documents are few and come first; the amendments follow, paged by the database. One that no member has
        // yet been asked about is still the coordinator's draft.
        var avenants = contexte.AvenantsDeConvention.AsNoTracking().Where(a => a.Groupement == lecture.Groupement);
        avenants = avenants.Where(a => a.SoumisLe != null && (fin == null || a.SoumisLe <= fin));
        var debut = tete.Skip(demande.Ignorer).Take(demande.Prendre).ToList();
        var suite = await avenants
            .OrderBy(a => a.Numero)
            .Skip(Math.Max(0, demande.Ignorer - tete.Count))
            .Take(demande.Prendre - debut.Count)
            .Select(a => new
            {
                a.Numero,
                a.Objet,
                a.SoumisLe,
                a.EffetLe,
                a.RejeteLe,
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [
                .. debut,
                .. suite.Select(a => new LigneDActivite(
                    $"Avenant n° {a.Numero}",
                    $"{a.Objet}, {Etat(a.SoumisLe, a.EffetLe, a.RejeteLe, fin)}"
                )),
            ],
            tete.Count + await avenants.CountAsync(annulation)
        );
    }

    /// <summary>Où en est un avenant, à la fin de l'année lue.</summary>
    private static string Etat(DateOnly? soumisLe, DateOnly? effetLe, DateOnly? rejeteLe, DateOnly? fin) =>
        effetLe is { } effet && !(effet > fin) ? $"en vigueur depuis le {Formats.DateCourte(effet)}"
        : rejeteLe is { } rejet && !(rejet > fin) ? $"rejeté le {Formats.DateCourte(rejet)}"
        : $"soumis aux membres le {Formats.DateCourte(soumisLe)}";
}

/// <summary>Les membres du jour, ou de la fin de l'année lue, dans l'activité du groupement.</summary>
internal sealed class MembresDansLActivite(HorlogeLegale horloge) : ISourceDActivite
{
    public int Ordre => 20;

    public string Cle => "membres";

    public string Titre => "Membres";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var aujourdhui = horloge.Aujourdhui;
        var jour = lecture.Bornes is { } bornes && bornes.Fin < aujourdhui ? bornes.Fin : aujourdhui;
        var dernierJour = await contexte
            .Groupements.Where(g => g.Id == lecture.Groupement && g.Etat == EtatDuGroupement.Clos)
            .Select(g => g.Fin)
            .SingleOrDefaultAsync(annulation);
        // A closed groupement keeps no member past its last day, even though nobody ended each membership.
        jour = dernierJour < jour ? dernierJour.Value : jour;
        var membres = contexte.Adhesions.AsNoTracking().Where(a => a.Groupement == lecture.Groupement).EnVigueur(jour);
        var lus = await (
            from a in membres
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            orderby c.CleDeTri, c.Id
            select new { c.Nom, a.Entree }
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [.. lus.Select(m => new LigneDActivite(m.Nom, $"membre depuis le {Formats.DateCourte(m.Entree)}"))],
            await membres.CountAsync(annulation)
        );
    }
}

/// <summary>Les procédures lancées et l'étape de chacun de leurs lots, dans l'activité du groupement.</summary>
internal sealed class ProceduresDansLActivite : ISourceDActivite
{
    /// <summary>Au-delà, les lots se comptent par étape au lieu de se nommer.</summary>
    private const int LotsNommes = 6;

    public int Ordre => 30;

    public string Cle => "procedures";

    public string Titre => "Procédures et étapes";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var procedures = contexte.Procedures.AsNoTracking().Where(p => p.Groupement == lecture.Groupement && p.LanceeLe != null);
        if (lecture.Bornes is var (debut, fin))
        {
            procedures = procedures.Where(p => p.LanceeLe <= fin && (p.TermineeLe == null || p.TermineeLe >= debut));
        }

        var lues = await procedures
            .OrderByDescending(p => p.LanceeLe)
            .ThenBy(p => p.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(p => new
            {
                p.Id,
                p.Objet,
                p.Etat,
                p.LanceeLe,
                p.TermineeLe,
                Lots = p.Lots.OrderBy(l => l.Numero).Select(l => new { l.Numero, l.Statut }).ToList(),
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [
                .. lues.Select(p => new LigneDActivite(
                    p.Objet,
                    $"{p.Etat.Libelle().ToLower(Francais.Culture)}, lancée le {Formats.DateCourte(p.LanceeLe)}{(p.TermineeLe is { } terme ? $", terminée le {Formats.DateCourte(terme)}" : "")} — {Lots([.. p.Lots.Select(l => (l.Numero, l.Statut))])}",
                    lecture.Acteur.Perimetre.EstCdg ? $"/procedures/{p.Id.Valeur}" : null
                )),
            ],
            await procedures.CountAsync(annulation)
        );
    }

    /// <summary>« lot 1 attribué, lot 2 infructueux », ou « 40 lots : 38 notifiés, 2 infructueux ».</summary>
    internal static string Lots(IReadOnlyList<(int Numero, StatutDeLot Statut)> lots) =>
        lots.Count <= LotsNommes
            ? string.Join(", ", lots.Select(l => $"lot {l.Numero} : {Minuscule(l.Statut.Libelle())}"))
            : $"{lots.Count} lots : "
                + string.Join(
                    ", ",
                    lots.GroupBy(l => l.Statut).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Minuscule(g.Key.Libelle())}")
                );

    private static string Minuscule(string libelle) =>
        libelle.Length > 1 && char.IsUpper(libelle[1]) ? libelle : libelle[..1].ToLower(Francais.Culture) + libelle[1..];
}

/// <summary>Les séances closes de la commission, dans l'activité du groupement : l'extrait que tout membre peut lire.</summary>
internal sealed class SeancesDansLActivite : ISourceDActivite
{
    public int Ordre => 40;

    public string Cle => "seances";

    public string Titre => "Séances de la commission d'appel d'offres";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var seances = contexte.SeancesDuGroupement(lecture.Groupement);
        if (lecture.Bornes is var (debut, fin))
        {
            seances = seances.Where(s => s.Date >= debut && s.Date <= fin);
        }

        var lues = await seances
            .OrderByDescending(s => s.Date)
            .ThenBy(s => s.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(s => new
            {
                s.Id,
                s.Date,
                Points = s.Points.Count(p => p.Groupement == null || p.Groupement == lecture.Groupement),
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [
                .. lues.Select(s => new LigneDActivite(
                    $"Séance du {Formats.DateLongue(s.Date)}",
                    $"{Formats.Compter(s.Points, "point à l'ordre du jour", "points à l'ordre du jour")}, extrait public du procès-verbal",
                    $"/espace/activite/{lecture.Groupement.Valeur}/seances/{s.Id.Valeur}"
                )),
            ],
            await seances.CountAsync(annulation)
        );
    }
}

/// <summary>Les marchés notifiés, leurs montants publics et leurs prix, dans l'activité du groupement.</summary>
/// <remarks>
/// Le titulaire, la durée et les montants sont des données essentielles, publiques (CCP, art. R2196-1). Le bordereau des prix ne
/// s'ouvre qu'aux collectivités qui achètent par ce marché, et au CDG : il relève du secret des affaires (CRPA, art. L311-6).
/// </remarks>
internal sealed class MarchesDansLActivite : ISourceDActivite
{
    public int Ordre => 50;

    public string Cle => "marches";

    public string Titre => "Marchés et prix";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var (cdg, siennes) = (lecture.Acteur.Perimetre.EstCdg, lecture.Acteur.Perimetre.Collectivites.ToList());
        var marches = contexte.Marches.AsNoTracking().Where(m => m.Groupement == lecture.Groupement && m.NotifieLe != null);
        if (lecture.Bornes is var (debut, fin))
        {
            marches = marches.Where(m => m.NotifieLe <= fin && (m.Fin == null || m.Fin >= debut));
        }

        var lus = await marches
            .OrderByDescending(m => m.NotifieLe)
            .ThenBy(m => m.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(m => new
            {
                m.Id,
                m.Objet,
                m.Debut,
                m.Fin,
                m.MontantCentimes,
                m.MaximumCentimes,
                Titulaire = m.Titulaires.OrderBy(t => t.Numero).Select(t => t.Nom).First(),
                Prix = contexte
                    .VersionsDeBpu.Where(v => v.Marche == m.Id)
                    .OrderByDescending(v => v.Numero)
                    .Select(v => (DateOnly?)v.Du)
                    .FirstOrDefault(),
                Acheteur = contexte.MembresFiges.Any(f =>
                    f.Procedure == m.Procedure && f.Lot == m.Lot && siennes.Contains(f.Collectivite)
                ),
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [
                .. lus.Select(m => new LigneDActivite(
                    m.Objet,
                    string.Join(
                        ", ",
                        new[]
                        {
                            m.Titulaire,
                            m.Debut is { } du ? $"du {Formats.DateCourte(du)} au {Formats.DateCourte(m.Fin)}" : null,
                            m.MaximumCentimes is { } maximum
                                ? $"maximum {Formats.CentimesHt(maximum)}"
                                : Formats.CentimesHt(m.MontantCentimes),
                            m.Prix is { } depuis
                                ? $"prix en vigueur depuis le {Formats.DateCourte(depuis)}"
                                : "prix pas encore publiés",
                            cdg || m.Acheteur ? null : "notre collectivité n'achète pas par ce marché",
                        }.Where(t => t is not null)
                    ),
                    cdg ? $"/marches/{m.Id.Valeur}"
                        : m.Acheteur ? $"/espace/marches/{m.Id.Valeur}"
                        : null
                )),
            ],
            await marches.CountAsync(annulation)
        );
    }
}

/// <summary>Les bilans d'exécution demandés et reçus, dans l'activité du groupement.</summary>
internal sealed class BilansDansLActivite : ISourceDActivite
{
    public int Ordre => 60;

    public string Cle => "bilans";

    public string Titre => "Bilans d'exécution";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var marches = contexte.Marches.Where(m => m.Groupement == lecture.Groupement).Select(m => m.Id);
        var bilans = contexte.BilansDeMembre.AsNoTracking().Where(b => marches.Contains(b.Marche));
        if (lecture.Annee is { } une)
        {
            bilans = bilans.Where(b => b.Annee == une);
        }

        var parAnnee = bilans
            .GroupBy(b => b.Annee)
            .Select(g => new
            {
                Annee = g.Key,
                Attendus = g.Count(),
                Rendus = g.Sum(b => b.RenduLe != null ? 1 : 0),
            });
        var lus = await parAnnee
            .OrderByDescending(g => g.Annee)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        var annees = lus.Select(l => l.Annee).ToList();
        var siens = lecture.Acteur.Perimetre.Collectivites.ToList();
        var nous = await bilans
            .Where(b => annees.Contains(b.Annee) && siens.Contains(b.Collectivite))
            .Select(b => new { b.Annee, b.RenduLe })
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [
                .. lus.Select(b => new LigneDActivite(
                    $"Bilans {b.Annee}",
                    $"{Formats.Compter(b.Rendus, "rendu")} sur {Formats.Compter(b.Attendus, "attendu")}{(nous.Exists(n => n.Annee == b.Annee && n.RenduLe is null) ? " ; le nôtre est attendu" : "")}"
                )),
            ],
            await parAnnee.CountAsync(annulation)
        );
    }
}

internal static class SeancesDeLActivite
{
    /// <summary>
    /// Les séances tenues de la commission du groupement, ou d'une commission commune qui a jugé ses affaires : levées, ou closes
    /// parce que le quorum s'est perdu après leur ouverture.
    /// </summary>
    public static IQueryable<Seance> SeancesDuGroupement(this MarchesDbContext contexte, GroupementId groupement)
    {
        var commissions = contexte.Commissions.Where(c => c.Groupement == groupement).Select(c => c.Id);
        return contexte
            .Seances.AsNoTracking()
            .Where(s => s.Etat == EtatDeSeance.Levee || (s.Etat == EtatDeSeance.SansQuorum && s.OuverteLe != null))
            .Where(s => commissions.Contains(s.Commission) || s.Points.Any(p => p.Groupement == groupement));
    }
}
