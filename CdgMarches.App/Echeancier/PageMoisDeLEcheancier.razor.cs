using System.Globalization;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Echeancier;

/// <summary>L'échéancier d'un mois, en calendrier ; le mois est dans l'adresse.</summary>
public sealed partial class PageMoisDeLEcheancier(
    LireEcheancier lire,
    LireParametres parametres,
    ActeurCourant acteurCourant,
    HorlogeLegale horloge
)
{
    private static readonly string[] Noms = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"];

    private DateOnly _premier;
    private Dictionary<DateOnly, JourDuMois>? _jours;
    private ZoneDeJoursFeries _zone;

    /// <summary>Le mois, « 2026-03 » ; celui du jour si rien n'est dit.</summary>
    [SupplyParameterFromQuery(Name = "mois")]
    public string? Mois { get; set; }

    private string Titre => _premier.ToString("MMMM yyyy", Francais.Culture);

    private int Total => _jours!.Values.Where(j => j.Date.Month == _premier.Month).Sum(j => j.Nombre);

    /// <summary>Les semaines du mois, du lundi au dimanche.</summary>
    private IEnumerable<IEnumerable<DateOnly>> Semaines
    {
        get
        {
            var lundi = _premier.AddDays(-(((int)_premier.DayOfWeek + 6) % 7));
            for (; lundi < _premier.AddMonths(1); lundi = lundi.AddDays(7))
            {
                var debut = lundi;
                yield return Enumerable.Range(0, 7).Select(debut.AddDays);
            }
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var lu = DateOnly.TryParseExact(Mois, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var mois);
        var premier =
            lu && mois.Year is > 1900 and < 9000 ? mois : new DateOnly(horloge.Aujourdhui.Year, horloge.Aujourdhui.Month, 1);
        if (_jours is not null && premier == _premier)
        {
            return;
        }

        _zone = Enum.Parse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries));
        _premier = premier;
        _jours = (await lire.MoisAsync(await acteurCourant.LireAsync(), premier, new Demande())).ToDictionary(j => j.Date);
    }

    private static string Adresse(DateOnly mois) =>
        string.Create(CultureInfo.InvariantCulture, $"/echeancier/mois?mois={mois:yyyy-MM}");

    private string? Ferie(DateOnly jour) => JoursFeries.Nom(jour, _zone);
}
