using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Echeancier;

/// <summary>Une échéance d'un objet, recopiée de ce qu'il en dit (<see cref="EcheanceDue"/>) pour se lire avec toutes les autres.</summary>
/// <remarks>
/// Tenue par <see cref="MarchesDbContext.EnregistrerAsync"/> dans la transaction de l'objet ; personne d'autre n'y écrit que
/// l'accord périodique et les alertes.
/// </remarks>
public sealed class Echeance
{
    public required string ObjetType { get; init; }

    public required Guid ObjetId { get; init; }

    public required string Cle { get; init; }

    public DateOnly Date { get; private set; }

    public TimeOnly? Heure { get; private set; }

    public string Libelle { get; private set; } = "";

    /// <summary>La clé de recherche du libellé.</summary>
    public string CleDeRecherche { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Fondement { get; private set; } = "";

    public Guid? Responsable { get; private set; }

    public Guid? Suppleant { get; private set; }

    public Guid? Groupement { get; private set; }

    /// <remarks>Un identifiant nu : la ligne suit la fiche, elle ne l'empêche pas de disparaître.</remarks>
    public Guid? Collectivite { get; private set; }

    public bool PourLesMembres { get; private set; }

    public bool EstAccomplie { get; private set; }

    public string? Adresse { get; private set; }

    /// <summary>Les jours d'avance des alertes, du plus lointain au plus proche, séparés par des points-virgules.</summary>
    public string Alertes { get; private set; } = "";

    /// <summary>Le jour de la première alerte ; null s'il n'y en a aucune.</summary>
    public DateOnly? PremiereAlerte { get; private set; }

    /// <summary>L'avance, en jours, de la dernière alerte donnée pour cette date.</summary>
    public int? DerniereAlerte { get; set; }

    public IReadOnlyList<int> AvancesDAlerte =>
        [
            .. Alertes
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    /// <summary>Reprend ce que l'objet dit ; une date qui change remet les alertes à venir.</summary>
    /// <param name="due">Ce que l'objet dit.</param>
    /// <param name="jour">Le jour courant ; null si rien n'est à passer de soi-même.</param>
    /// <param name="estDuCdg">
    /// Vrai si c'est le jour du CDG, que connaît l'accord de la nuit ; faux à l'enregistrement d'un objet, qui ne sait que ce
    /// qui est passé dans tous les fuseaux : ce qui l'était déjà de lui-même le reste alors.
    /// </param>
    internal void Prendre(EcheanceDue due, DateOnly? jour, bool estDuCdg)
    {
        var passee = due.PasseDElleMeme && (due.Date < jour || (!estDuCdg && EstAccomplie && Date == due.Date));
        var avances = due.Alertes.Where(a => a >= 0).Distinct().OrderDescending().ToList();
        var alertes = string.Join(';', avances.Select(a => a.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (Date != due.Date || Alertes != alertes)
        {
            DerniereAlerte = null;
        }

        (Date, Heure, Code) = (due.Date, due.Heure, due.Code);
        Libelle = Couper(due.Libelle, EcheanceDue.LongueurDuLibelle);
        CleDeRecherche = Couper(CleDeTri.De(Libelle), 2 * EcheanceDue.LongueurDuLibelle);
        Fondement = Couper(due.Fondement, EcheanceDue.LongueurDuFondement);
        (Responsable, Suppleant) = (due.Responsable, due.Suppleant);
        (Groupement, Collectivite, PourLesMembres) = (due.Groupement, due.Collectivite, due.PourLesMembres);
        (EstAccomplie, Adresse) = (due.EstAccomplie || passee, due.Adresse);
        Alertes = alertes;
        PremiereAlerte = avances.Count == 0 ? null : due.Date.AddDays(-avances[0]);
    }

    private static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..longueur];
}

internal sealed class EcheanceConfiguration : IEntityTypeConfiguration<Echeance>
{
    public void Configure(EntityTypeBuilder<Echeance> builder)
    {
        builder.ToTable("Echeances");
        builder.HasKey(e => new
        {
            e.ObjetType,
            e.ObjetId,
            e.Cle,
        });
        builder.Property(e => e.ObjetType).HasMaxLength(60);
        builder.Property(e => e.ObjetId).ValueGeneratedNever();
        builder.Property(e => e.Cle).HasMaxLength(EcheanceDue.LongueurDeLaCle);
        builder.Property(e => e.Libelle).HasMaxLength(EcheanceDue.LongueurDuLibelle);
        builder.Property(e => e.CleDeRecherche).HasMaxLength(2 * EcheanceDue.LongueurDuLibelle);
        builder.Property(e => e.Code).HasMaxLength(20);
        builder.Property(e => e.Fondement).HasMaxLength(EcheanceDue.LongueurDuFondement);
        builder.Property(e => e.Adresse).HasMaxLength(400);
        builder.Property(e => e.Alertes).HasMaxLength(60);
        builder.Ignore(e => e.AvancesDAlerte);
        builder.HasIndex(e => new { e.Date, e.EstAccomplie });
        builder.HasIndex(e => new { e.Collectivite, e.Date });
        builder.HasIndex(e => new { e.Groupement, e.Date });
        builder.HasIndex(e => new { e.EstAccomplie, e.PremiereAlerte });
    }
}
